using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalBridge.Json;

namespace LocalBridge.Events;

/// <summary>Writes envelopes as UTF-8 JSON, keys in the order of the service. Keeps one writer and buffer at hand, so an envelope costs one array.</summary>
internal sealed class EventEnvelopeWriter
{
    /// <summary>A buffer that one huge event has blown up is not kept.</summary>
    private const int LargestKeptBuffer = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1002,
        SkipValidation = true,
    };

    private Scratch? _kept;

    /// <summary>Writes the whole envelope.</summary>
    /// <param name="envelope">The event.</param>
    /// <param name="detail">Writes the detail.</param>
    /// <param name="state">What <paramref name="detail"/> needs.</param>
    /// <param name="detailLength">The length of the detail, which is followed by the closing brace only.</param>
    internal byte[] Write<TState>(EventEnvelope envelope, Action<Utf8JsonWriter, TState> detail, TState state, out int detailLength)
        where TState : allows ref struct
    {
        Scratch scratch = Interlocked.Exchange(ref _kept, null) ?? new Scratch();
        try
        {
            Utf8JsonWriter json = scratch.Json;
            json.WriteStartObject();
            WriteHeadMembers(json, envelope);
            json.WritePropertyName("detail"u8);
            json.Flush();
            int start = scratch.Buffer.WrittenCount;
            detail(json, state);
            json.WriteEndObject();
            json.Flush();
            detailLength = scratch.Buffer.WrittenCount - start - 1;
            return scratch.Buffer.WrittenSpan.ToArray();
        }
        finally
        {
            Keep(scratch);
        }
    }

    /// <summary>Writes the envelope without its detail, for patterns that do not look at it.</summary>
    internal byte[] WriteHead(EventEnvelope envelope) => WriteObject(envelope, WriteHeadMembers);

    /// <summary>Writes what all events of one source and detail type have in common.</summary>
    internal byte[] WriteRoute(EventEnvelope envelope) => WriteObject(envelope, static (json, envelope) =>
    {
        json.WriteString("version"u8, "0"u8);
        json.WriteString("detail-type"u8, envelope.DetailType);
        json.WriteString("source"u8, envelope.Source);
        json.WriteString("account"u8, envelope.Account);
        json.WriteString("region"u8, envelope.Region);
    });

    /// <summary>Writes <c>aws.events.event</c>: the envelope without its detail, <c>detailType</c> in place of <c>detail-type</c>.</summary>
    internal static JsonObject WithoutDetail(EventEnvelope envelope)
    {
        var head = new JsonObjectBuilder();
        head["version"] = "0";
        head["id"] = envelope.Id;
        head["detailType"] = envelope.DetailType;
        head["source"] = envelope.Source;
        head["account"] = envelope.Account;
        head["time"] = EventTime.ToText(envelope.Time);
        head["region"] = envelope.Region;
        var resources = new JsonArrayBuilder();
        foreach (string resource in envelope.Resources)
            resources.Add(resource);
        head["resources"] = resources.Build();
        return head.Build();
    }

    private static void WriteHeadMembers(Utf8JsonWriter json, EventEnvelope envelope)
    {
        json.WriteString("version"u8, "0"u8);
        json.WriteString("id"u8, envelope.Guid);
        json.WriteString("detail-type"u8, envelope.DetailType);
        json.WriteString("source"u8, envelope.Source);
        json.WriteString("account"u8, envelope.Account);
        Span<byte> time = stackalloc byte[EventTime.Length];
        EventTime.Write(envelope.Time, time);
        json.WriteString("time"u8, time);
        json.WriteString("region"u8, envelope.Region);
        json.WriteStartArray("resources"u8);
        foreach (string resource in envelope.Resources)
            json.WriteStringValue(resource);
        json.WriteEndArray();
    }

    private byte[] WriteObject(EventEnvelope envelope, Action<Utf8JsonWriter, EventEnvelope> members)
    {
        Scratch scratch = Interlocked.Exchange(ref _kept, null) ?? new Scratch();
        try
        {
            scratch.Json.WriteStartObject();
            members(scratch.Json, envelope);
            scratch.Json.WriteEndObject();
            scratch.Json.Flush();
            return scratch.Buffer.WrittenSpan.ToArray();
        }
        finally
        {
            Keep(scratch);
        }
    }

    private void Keep(Scratch scratch)
    {
        if (scratch.Buffer.Capacity > LargestKeptBuffer)
            return;
        scratch.Buffer.ResetWrittenCount();
        scratch.Json.Reset();
        Volatile.Write(ref _kept, scratch);
    }

    private sealed class Scratch
    {
        internal Scratch() => Json = new Utf8JsonWriter(Buffer, Options);

        internal ArrayBufferWriter<byte> Buffer { get; } = new(1024);

        internal Utf8JsonWriter Json { get; }
    }
}
