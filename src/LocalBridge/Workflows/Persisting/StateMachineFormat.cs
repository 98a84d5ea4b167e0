using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes revisions of state machines as JSON.</summary>
internal sealed class StateMachineFormat : PayloadFormat<StateMachineRecord>
{
    internal static StateMachineFormat Instance { get; } = new();

    internal override void Write(StateMachineRecord value, IBufferWriter<byte> output)
    {
        var json = new JsonObjectBuilder(9);
        json.SetItem("arn", value.StateMachineArn);
        json.SetItem("revision", value.Revision);
        json.SetItem("revisionId", value.RevisionId);
        json.SetItem("name", value.Name);
        json.SetItem("type", value.Type.ToString());
        json.SetItem("definition", value.Definition);
        json.SetItem("roleArn", value.RoleArn);
        json.SetItem("creationDate", value.CreationDate.UtcTicks);
        json.SetItem("updateDate", value.UpdateDate.UtcTicks);
        ((JsonValue)json.Build()).WriteTo(output);
    }

    internal override StateMachineRecord Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "state machine");
        return new StateMachineRecord
        {
            StateMachineArn = json["arn"].GetString(),
            Revision = StoredJson.Int64(json["revision"]),
            RevisionId = json["revisionId"].TryGetString(out string? revisionId) ? revisionId : null,
            Name = json["name"].GetString(),
            Type = Enum.Parse<StateMachineType>(json["type"].GetString()),
            Definition = json["definition"].GetString(),
            RoleArn = json["roleArn"].GetString(),
            CreationDate = StoredJson.Time(json["creationDate"]),
            UpdateDate = StoredJson.Time(json["updateDate"]),
        };
    }
}
