using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.EventBuses;

/// <summary>Writes buses as JSON.</summary>
internal sealed class EventBusFormat : PayloadFormat<EventBusDescription>
{
    internal static EventBusFormat Instance { get; } = new();

    internal override void Write(EventBusDescription value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(4);
        json.SetItem("name", value.Name);
        json.SetItem("arn", value.Arn);
        json.SetItem("description", value.Description);
        json.SetItem("creationTime", value.CreationTime.UtcTicks);
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override EventBusDescription Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "event bus");
        DateTimeOffset creationTime = StoredJson.Time(json["creationTime"]);
        return new EventBusDescription
        {
            Name = json["name"].GetString(),
            Arn = json["arn"].GetString(),
            Description = StoredJson.Text(json["description"]),
            CreationTime = creationTime,
            LastModifiedTime = creationTime,
        };
    }
}
