using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Diagnostics;
using LocalBridge.Errors;
using LocalBridge.Events;
using LocalBridge.Json;

namespace LocalBridge.EventBuses;

/// <content>The ways to publish one event.</content>
internal sealed partial class EventBus
{
    private const string NotAnObject = "The detail of an event must be a JSON object.";

    public ValueTask<PublishResult> PublishAsync<TDetail>(
        string source,
        string detailType,
        TDetail detail,
        JsonTypeInfo<TDetail> detailTypeInfo,
        PublishOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        CheckArguments(source, detailType, options);
        if (detail is null)
            throw new ArgumentNullException(nameof(detail), NotAnObject);
        ArgumentNullException.ThrowIfNull(detailTypeInfo);

        Activity? span = DeliveryTelemetry.StartPublish(Name, source, detailType);
        var envelope = new EventEnvelope(_services.Origin, _services.Identifiers.NewGuid(), source, detailType, Stamp(options, span), detail, detailTypeInfo);
        // Most types are always written as an object, so nothing needs to be written to know it.
        if (detailTypeInfo.Kind is not (JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary) && !envelope.IsDetailObject)
        {
            span?.Dispose();
            throw new ArgumentException($"{NotAnObject} {typeof(TDetail).Name} is written as something else.", nameof(detail));
        }

        return AcceptAsync(envelope, span, cancellationToken);
    }

    public ValueTask<PublishResult> PublishAsync(
        string source, string detailType, JsonValue detail, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        CheckArguments(source, detailType, options);
        if (!detail.TryGetObject(out JsonObject? members))
            throw new ArgumentException($"{NotAnObject} It is a JSON value of kind {detail.Kind}.", nameof(detail));
        CheckSize(source, detailType, options, detail.GetUtf8Length());

        Activity? span = DeliveryTelemetry.StartPublish(Name, source, detailType);
        var envelope = new EventEnvelope(_services.Origin, _services.Identifiers.NewGuid(), source, detailType, Stamp(options, span), members);
        return AcceptAsync(envelope, span, cancellationToken);
    }

    public ValueTask<PublishResult> PublishAsync(
        string source, string detailType, JsonElement detail, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        CheckArguments(source, detailType, options);
        if (detail.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"{NotAnObject} It is a JSON value of kind {detail.ValueKind}.", nameof(detail));
        return PublishUtf8Async(source, detailType, JsonMarshal.GetRawUtf8Value(detail), hasUniqueKeys: false, options, cancellationToken);
    }

    public ValueTask<PublishResult> PublishAsync(
        string source, string detailType, ReadOnlyMemory<byte> utf8Detail, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        CheckArguments(source, detailType, options);
        if (!EventDetailReader.IsJsonObject(utf8Detail.Span, out bool hasUniqueKeys))
            throw new ArgumentException($"{NotAnObject} The bytes are something else, or not JSON.", nameof(utf8Detail));
        return PublishUtf8Async(source, detailType, utf8Detail.Span, hasUniqueKeys, options, cancellationToken);
    }

    private static void CheckArguments(string source, string detailType, PublishOptions? options)
    {
        if (string.IsNullOrEmpty(source))
            throw new ArgumentException(EventBusMessages.IsRequired("Source"), nameof(source));
        if (string.IsNullOrEmpty(detailType))
            throw new ArgumentException(EventBusMessages.IsRequired("DetailType"), nameof(detailType));
        if (options is not null)
            CheckOptions(options);
    }

    private static void CheckOptions(PublishOptions options)
    {
        if (options.TraceHeader is { Length: 0 or > 500 })
            throw new ArgumentException($"The trace header has {options.TraceHeader.Length} characters; 1 to 500 are allowed.", nameof(options));
        foreach (string resource in options.Resources)
        {
            if (resource is null || resource.Length > PutEventsValidator.MaximumResourceLength)
                throw new ArgumentException("A resource must be a text of at most 2048 characters.", nameof(options));
        }
    }

    private ValueTask<PublishResult> PublishUtf8Async(
        string source, string detailType, ReadOnlySpan<byte> detail, bool hasUniqueKeys, PublishOptions? options, CancellationToken cancellationToken)
    {
        CheckSize(source, detailType, options, detail.Length);
        Activity? span = DeliveryTelemetry.StartPublish(Name, source, detailType);
        var envelope = new EventEnvelope(_services.Origin, _services.Identifiers.NewGuid(), source, detailType, Stamp(options, span), detail, hasUniqueKeys);
        return AcceptAsync(envelope, span, cancellationToken);
    }

    private void CheckSize(string source, string detailType, PublishOptions? options, int detailLength)
    {
        long size = PutEventsValidator.Size(source, detailType, options?.Time, options?.Resources, detailLength);
        if (size > _services.Options.MaximumPutEventsSize)
            throw new ValidationException(EventBusMessages.TooLarge);
    }

    private EventStamp Stamp(PublishOptions? options, Activity? span)
    {
        DateTimeOffset now = _services.TimeProvider.GetUtcNow();
        return options is null
            ? new EventStamp(now, now, [], null, span)
            : new EventStamp(options.Time ?? now, now, [.. options.Resources], options.TraceHeader, span);
    }

    private ValueTask<PublishResult> AcceptAsync(EventEnvelope envelope, Activity? span, CancellationToken cancellationToken) =>
        span is null
            ? AcceptAsync(envelope, trail: null, isForwarded: false, cancellationToken)
            : AcceptInSpanAsync(envelope, span, cancellationToken);

    private async ValueTask<PublishResult> AcceptInSpanAsync(EventEnvelope envelope, Activity span, CancellationToken cancellationToken)
    {
        using (span)
        {
            span.SetTag("messaging.message.id", envelope.Id);
            return await AcceptAsync(envelope, trail: null, isForwarded: false, cancellationToken).ConfigureAwait(false);
        }
    }
}
