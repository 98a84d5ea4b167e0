using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Distant;

/// <summary>Writes messages between processes as JSON. Processes of two versions may talk to each other while they are replaced: a member that is not known is left out.</summary>
internal sealed class DistantMessageFormat : PayloadFormat<DistantMessage>
{
    internal static DistantMessageFormat Instance { get; } = new();

    internal override void Write(DistantMessage value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(8);
        json.SetItem("kind", (long)value.Kind);
        json.SetItem("id", value.Id);
        SetText(json, "execution", value.ExecutionArn);
        SetText(json, "token", value.TaskToken);
        if (!value.Output.IsUndefined)
        {
            json.SetItem("output", value.Output);
        }

        SetText(json, "error", value.Error);
        SetText(json, "cause", value.Cause);
        if (value.StopDate is DateTimeOffset stopDate)
        {
            json.SetItem("stopDate", stopDate.UtcTicks);
        }

        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override DistantMessage Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "message between processes");
        return new DistantMessage
        {
            Kind = (DistantMessageKind)StoredJson.Int64(json["kind"]),
            Id = StoredJson.Int64(json["id"]),
            ExecutionArn = StoredJson.Text(json["execution"]),
            TaskToken = StoredJson.Text(json["token"]),
            Output = json["output"],
            Error = StoredJson.Text(json["error"]),
            Cause = StoredJson.Text(json["cause"]),
            StopDate = json["stopDate"].IsUndefined ? null : StoredJson.Time(json["stopDate"]),
        };
    }

    private static void SetText(JsonObjectBuilder json, string name, string? text)
    {
        if (text is not null)
        {
            json.SetItem(name, text);
        }
    }
}
