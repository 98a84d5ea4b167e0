using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Workflows.Activities;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes activities as JSON.</summary>
internal sealed class ActivityFormat : PayloadFormat<ActivityDescription>
{
    internal static ActivityFormat Instance { get; } = new();

    internal override void Write(ActivityDescription value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(3);
        json.SetItem("arn", value.ActivityArn);
        json.SetItem("name", value.Name);
        json.SetItem("creationDate", value.CreationDate.UtcTicks);
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override ActivityDescription Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "activity");
        return new ActivityDescription(json["arn"].GetString(), json["name"].GetString(), StoredJson.Time(json["creationDate"]));
    }
}
