using System.Buffers;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Storage;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses;

/// <summary>Writes rules with their targets as JSON, in the members of the service.</summary>
internal sealed class RuleFormat : PayloadFormat<StoredRule>
{
    internal static RuleFormat Instance { get; } = new();

    internal override void Write(StoredRule value, IBufferWriter<byte> output) => ToJson(value).WriteTo(output);

    /// <summary>Returns the text of a rule: equal for equal ones.</summary>
    internal static string ToText(StoredRule value) => ToJson(value).ToJson();

    private static JsonValue ToJson(StoredRule value)
    {
        PutRuleRequest rule = value.Request;
        var json = new JsonObjectBuilder(7);
        json.SetItem("Name", rule.Name);
        json.SetItem("EventBusName", value.EventBusName);
        json.SetItem("EventPattern", rule.EventPattern);
        json.SetItem("State", rule.State.ToString());
        json.SetItem("Description", rule.Description);
        json.SetItem("RoleArn", rule.RoleArn);
        var targets = new JsonArrayBuilder(value.Targets.Count);
        foreach (Target target in value.Targets)
            targets.Add(TargetFormat.Write(target));
        json.SetItem("Targets", targets.Build());
        return json.Build();
    }

    internal override StoredRule Read(ReadOnlyMemory<byte> bytes)
    {
        JsonValue json = StoredJson.Parse(bytes.Span, "rule");
        string eventBusName = json["EventBusName"].GetString();
        var request = new PutRuleRequest
        {
            Name = json["Name"].GetString(),
            EventPattern = json["EventPattern"].GetString(),
            EventBusName = eventBusName,
            State = Enum.Parse<RuleState>(json["State"].GetString()),
            Description = StoredJson.Text(json["Description"]),
            RoleArn = StoredJson.Text(json["RoleArn"]),
        };
        return new StoredRule(request, eventBusName, [.. json["Targets"].AsArray().Select(TargetFormat.Read)]);
    }
}
