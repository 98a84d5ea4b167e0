using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;

namespace LocalBridge.Events;

/// <summary>
/// Represents one event as it travels: who it comes from, what kind it is, what happened. All its targets share one instance, and its JSON is
/// produced at most once, when somebody first asks for it.
/// </summary>
/// <remarks>
/// <para>Immutable, so safe to use from any thread. A detail that was published as an object is handed to typed handlers as that very instance: do
/// not change it after publishing.</para>
/// <para>The form is that of "Events and event patterns" in the EventBridge user guide.</para>
/// </remarks>
[DebuggerDisplay("{Source} {DetailType} {Id}")]
public sealed class EventEnvelope
{
    private readonly EventOrigin _origin;

    /// <summary>The published object, when the detail was not given as JSON.</summary>
    private readonly object? _detail;

    /// <summary>How <see cref="_detail"/> is written as JSON.</summary>
    private readonly JsonTypeInfo? _detailTypeInfo;

    private readonly long _timeTicks;

    private readonly long _ingestionTicks;

    /// <summary>The detail as a tree, from the publisher or parsed when first asked for.</summary>
    private JsonObject? _tree;

    /// <summary>The whole envelope; written once, by whoever needs it first. A race writes equal bytes twice and keeps one.</summary>
    private SerializedEnvelope? _json;

    internal EventEnvelope(EventOrigin origin, Guid id, string source, string detailType, in EventStamp stamp, object detail, JsonTypeInfo detailTypeInfo)
        : this(origin, id, source, detailType, stamp)
    {
        _detail = detail;
        _detailTypeInfo = detailTypeInfo;
    }

    internal EventEnvelope(EventOrigin origin, Guid id, string source, string detailType, in EventStamp stamp, JsonObject detail)
        : this(origin, id, source, detailType, stamp) => _tree = detail;

    internal EventEnvelope(
        EventOrigin origin, Guid id, string source, string detailType, in EventStamp stamp, ReadOnlySpan<byte> utf8Detail, bool hasUniqueKeys)
        : this(origin, id, source, detailType, stamp)
    {
        HasUniqueKeys = hasUniqueKeys;
        byte[] bytes = origin.Writer.Write(
            this, static (json, detail) => json.WriteRawValue(detail, skipInputValidation: true), utf8Detail, out int length);
        _json = new SerializedEnvelope(bytes, length);
    }

    private EventEnvelope(EventOrigin origin, Guid id, string source, string detailType, in EventStamp stamp)
    {
        _origin = origin;
        Guid = id;
        Source = source;
        DetailType = detailType;
        _timeTicks = stamp.Time.UtcTicks;
        _ingestionTicks = stamp.IngestionTime.UtcTicks;
        Resources = stamp.Resources;
        TraceHeader = stamp.TraceHeader;
        TraceParent = stamp.TraceParent;
    }

    /// <summary>Gets the id of the event, a version 4 UUID. Each read makes a new string.</summary>
    public string Id => Guid.ToString();

    /// <summary>Gets who the event comes from.</summary>
    public string Source { get; }

    /// <summary>Gets what kind of event it is.</summary>
    public string DetailType { get; }

    /// <summary>Gets the account in which it happened.</summary>
    public string Account => _origin.Account;

    /// <summary>Gets the Region in which it happened.</summary>
    public string Region => _origin.Region;

    /// <summary>Gets when it happened, in UTC. The envelope shows whole seconds.</summary>
    public DateTimeOffset Time => new(_timeTicks, TimeSpan.Zero);

    /// <summary>Gets the resources that the event is about.</summary>
    public ImmutableArray<string> Resources { get; }

    /// <summary>Gets the AWS X-Ray trace header that was published with the event, or <see langword="null"/>.</summary>
    public string? TraceHeader { get; }

    /// <summary>Gets the detail as a JSON value. It is read once and then shared.</summary>
    public JsonValue Detail => Volatile.Read(ref _tree) ?? ParseDetail();

    /// <summary>Gets whether the detail is written as a JSON object; writes it to find out.</summary>
    internal bool IsDetailObject => Serialized.Detail.Span is [(byte)'{', ..];

    /// <summary>Gets whether no object of the detail is known to repeat a key and no key has a dot.</summary>
    internal bool HasUniqueKeys { get; }

    internal Guid Guid { get; }

    /// <summary>Gets when the bus accepted the event.</summary>
    internal DateTimeOffset IngestionTime => new(_ingestionTicks, TimeSpan.Zero);

    /// <summary>Gets the span in which the event was published, when somebody records spans.</summary>
    internal Activity? TraceParent { get; }

    /// <summary>Returns the detail as an object.</summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    /// <param name="typeInfo">How the type is read from JSON.</param>
    /// <returns>The published instance when the event was published as a <typeparamref name="TDetail"/>, else one that is read from the JSON.</returns>
    /// <exception cref="JsonException">The detail does not fit the type.</exception>
    public TDetail GetDetail<TDetail>(JsonTypeInfo<TDetail> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return _detail is TDetail detail ? detail : JsonSerializer.Deserialize(Serialized.Detail.Span, typeInfo)!;
    }

    /// <summary>Returns the detail as an object, read by reflection with the web defaults of System.Text.Json.</summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    /// <returns>The published instance when the event was published as a <typeparamref name="TDetail"/>, else one that is read from the JSON.</returns>
    /// <exception cref="JsonException">The detail does not fit the type.</exception>
    [RequiresUnreferencedCode("Reading a detail by reflection needs its members. Use the overload with JsonTypeInfo where code is trimmed.")]
    [RequiresDynamicCode("Reading a detail by reflection may generate code. Use the overload with JsonTypeInfo where code is compiled ahead of time.")]
    public TDetail GetDetail<TDetail>() => GetDetail((JsonTypeInfo<TDetail>)JsonSerializerOptions.Web.GetTypeInfo(typeof(TDetail)));

    /// <summary>Returns the whole envelope as UTF-8 JSON. The bytes are shared; they must not be changed.</summary>
    public ReadOnlyMemory<byte> ToUtf8() => Serialized.Bytes;

    /// <summary>Returns the whole envelope as a JSON value.</summary>
    public JsonValue ToJsonValue() => Serialized.ToJsonValue();

    /// <summary>Returns the whole envelope as JSON text.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(ToUtf8().Span);

    internal EventEnvelope<TDetail> ToTyped<TDetail>(JsonTypeInfo<TDetail> typeInfo) => new()
    {
        Id = Id,
        Source = Source,
        DetailType = DetailType,
        Account = Account,
        Region = Region,
        Time = Time,
        Resources = Resources,
        Detail = GetDetail(typeInfo),
    };

    internal byte[] HeadToUtf8() => _origin.Writer.WriteHead(this);

    internal byte[] RouteToUtf8() => _origin.Writer.WriteRoute(this);

    private SerializedEnvelope Serialized => Volatile.Read(ref _json) ?? Serialize();

    private SerializedEnvelope Serialize()
    {
        byte[] bytes = _origin.Writer.Write(this, static (json, envelope) => envelope.WriteDetail(json), this, out int length);
        var json = new SerializedEnvelope(bytes, length);
        return Interlocked.CompareExchange(ref _json, json, null) ?? json;
    }

    private void WriteDetail(Utf8JsonWriter json)
    {
        if (_detailTypeInfo is not null)
            JsonSerializer.Serialize(json, _detail, _detailTypeInfo);
        else
            ((JsonValue)_tree).WriteTo(json);
    }

    private JsonObject ParseDetail()
    {
        JsonObject tree = JsonValue.Parse(Serialized.Detail.Span).AsObject();
        return Interlocked.CompareExchange(ref _tree, tree, null) ?? tree;
    }
}
