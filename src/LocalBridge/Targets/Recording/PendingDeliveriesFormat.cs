using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.Targets.Recording;

/// <summary>Writes what is still to be delivered of an event as JSON.</summary>
internal sealed class PendingDeliveriesFormat : PayloadFormat<RecordedEvent>
{
    internal static PendingDeliveriesFormat Instance { get; } = new();

    internal override void Write(RecordedEvent value, IBufferWriter<byte> output)
    {
        IReadOnlyList<PendingDelivery> deliveries = value.Deliveries;
        var list = new JsonArrayBuilder(deliveries.Count);
        foreach (PendingDelivery delivery in deliveries)
        {
            var item = new JsonObjectBuilder(3);
            item.SetItem("rule", delivery.RuleName);
            item.SetItem("target", delivery.TargetId);
            if (delivery.Attempts > 0)
                item.SetItem("attempts", delivery.Attempts);
            list.Add(item.Build());
        }

        var json = new JsonObjectBuilder(2);
        if (value.TraceHeader is not null)
            json.SetItem("trace", value.TraceHeader);
        json.SetItem("deliveries", list.Build());
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override RecordedEvent Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "list of pending deliveries");
        var deliveries = new List<PendingDelivery>();
        foreach (JsonValue item in json["deliveries"].AsArray())
        {
            int attempts = item["attempts"].TryGetInt64(out long number) ? (int)number : 0;
            deliveries.Add(new PendingDelivery(item["rule"].GetString(), item["target"].GetString(), attempts));
        }

        return new RecordedEvent(string.Empty, json["trace"].TryGetString(out string? trace) ? trace : null, deliveries);
    }
}
