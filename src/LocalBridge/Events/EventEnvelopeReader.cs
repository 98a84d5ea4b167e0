using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using LocalBridge.Storage;

namespace LocalBridge.Events;

/// <summary>Reads envelopes that the bridge has stored.</summary>
internal static class EventEnvelopeReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1002 };

    /// <param name="origin">The host's own.</param>
    /// <param name="utf8Envelope">The envelope.</param>
    /// <param name="ingestionTime">When it was accepted; the envelope does not say.</param>
    /// <param name="traceHeader">Its trace header; the envelope does not say.</param>
    internal static EventEnvelope Read(EventOrigin origin, ReadOnlyMemory<byte> utf8Envelope, DateTimeOffset ingestionTime, string? traceHeader)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8Envelope, Options);
            JsonElement envelope = document.RootElement;
            DateTimeOffset time = DateTimeOffset.Parse(
                envelope.GetProperty("time"u8).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            var stamp = new EventStamp(
                time, ingestionTime, [.. envelope.GetProperty("resources"u8).EnumerateArray().Select(static resource => resource.GetString()!)], traceHeader, null);
            return new EventEnvelope(
                origin,
                envelope.GetProperty("id"u8).GetGuid(),
                envelope.GetProperty("source"u8).GetString()!,
                envelope.GetProperty("detail-type"u8).GetString()!,
                stamp,
                JsonMarshal.GetRawUtf8Value(envelope.GetProperty("detail"u8)),
                hasUniqueKeys: false);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new StorageFormatException(
                "A stored event is no envelope: it is damaged, or it is protected and no payload protector, or another one, is set.", exception);
        }
    }
}
