using System.Diagnostics;
using LocalBridge.Diagnostics;
using LocalBridge.Events;
using LocalBridge.Storage;

namespace LocalBridge.EventBuses;

/// <content>Publishing in the form of the service.</content>
internal sealed partial class EventBus
{
    public async Task<PutEventsResponse> PutEventsAsync(IReadOnlyList<PutEventsEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IEventBus));
        PutEventsValidator.CheckRequest(entries, _services.Options.MaximumPutEventsSize);

        return _services.DeliveryLog.IsDurable
            ? await PutEventsTogetherAsync(entries, cancellationToken).ConfigureAwait(false)
            : await PutEventsInTurnAsync(entries, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins all entries before it waits for the first, so that durable storage commits them together.</summary>
    private async Task<PutEventsResponse> PutEventsTogetherAsync(IReadOnlyList<PutEventsEntry> entries, CancellationToken cancellationToken)
    {
        var pending = new Task<PutEventsResultEntry>[entries.Count];
        for (int index = 0; index < pending.Length; index++)
        {
            PutEventsResultEntry? refused = PutEventsValidator.CheckEntry(entries[index], out CheckedDetail? detail);
            pending[index] = refused is not null
                ? Task.FromResult(refused)
                : PutEventAsync(entries[index], detail!, isFirst: entries.Count == 1, cancellationToken).AsTask();
        }

        PutEventsResultEntry[] results = await Task.WhenAll(pending).ConfigureAwait(false);
        return new PutEventsResponse(results.Count(static result => result.ErrorCode is not null), results);
    }

    private async Task<PutEventsResponse> PutEventsInTurnAsync(IReadOnlyList<PutEventsEntry> entries, CancellationToken cancellationToken)
    {
        var results = new PutEventsResultEntry[entries.Count];
        int accepted = 0;
        for (int index = 0; index < results.Length; index++)
        {
            PutEventsResultEntry result = PutEventsValidator.CheckEntry(entries[index], out CheckedDetail? detail)
                ?? await PutEventAsync(entries[index], detail!, isFirst: accepted == 0, cancellationToken).ConfigureAwait(false);
            if (result.ErrorCode is null)
                accepted++;
            results[index] = result;
        }

        return new PutEventsResponse(results.Length - accepted, results);
    }

    private async ValueTask<PutEventsResultEntry> PutEventAsync(
        PutEventsEntry entry, CheckedDetail detail, bool isFirst, CancellationToken cancellationToken)
    {
        string name = entry.EventBusName is null ? Name : ResourceNames.EventBusName(entry.EventBusName);
        if (_registry.Find(name) is not { } eventBus)
        {
            Guid id = _services.Identifiers.NewGuid();
            _logger.EventForUnknownBus(id, name);
            return new PutEventsResultEntry(id.ToString(), null, null);
        }

        try
        {
            PublishResult result = await eventBus.PublishEntryAsync(entry, detail, cancellationToken).ConfigureAwait(false);
            return new PutEventsResultEntry(result.EventId, null, null);
        }
        catch (OperationCanceledException) when (!isFirst)
        {
            // Others were accepted already, so the request cannot be undone as a whole; each entry tells for itself.
            return new PutEventsResultEntry(null, PutEventsValidator.InternalFailure, "The request was cancelled before this entry was accepted.");
        }
        catch (StorageUnavailableException exception)
        {
            return new PutEventsResultEntry(null, PutEventsValidator.InternalFailure, exception.Message);
        }
    }

    private ValueTask<PublishResult> PublishEntryAsync(PutEventsEntry entry, CheckedDetail detail, CancellationToken cancellationToken)
    {
        var options = new PublishOptions { Resources = entry.Resources, Time = entry.Time, TraceHeader = entry.TraceHeader };
        Activity? span = DeliveryTelemetry.StartPublish(Name, entry.Source!, entry.DetailType!);
        var envelope = new EventEnvelope(
            _services.Origin, _services.Identifiers.NewGuid(), entry.Source!, entry.DetailType!, Stamp(options, span), detail.Utf8, detail.HasUniqueKeys);
        return AcceptAsync(envelope, span, cancellationToken);
    }
}
