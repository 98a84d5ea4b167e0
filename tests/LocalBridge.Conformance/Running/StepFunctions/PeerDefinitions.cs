using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Builds the state machine that evaluates what a peer case is about.</summary>
internal static class PeerDefinitions
{
    private const string Tested = "Tested state";
    private const string Result = "result";

    /// <summary>Returns the definition; <see langword="null"/> for a kind that is unknown.</summary>
    public static string? Create(PeerCase @case)
    {
        JsonElement source = @case.Source;
        return @case.Kind switch
        {
            "choice" => Choice(source.GetProperty("state")),
            "intrinsic" => Pass("Parameters", new JsonObject { [$"{Result}.$"] = source.RequiredText("expression") }),
            "path" => Pass("Parameters", new JsonObject { [$"{Result}.$"] = source.RequiredText("path") }),
            "payloadTemplate" => Pass("Parameters", Node(source.GetProperty("template"))),
            "inputPath" => PathField("InputPath", source),
            "outputPath" => PathField("OutputPath", source),
            "resultPath" => PathField("ResultPath", source, Node(source.GetProperty("result"))),
            _ => null,
        };
    }

    /// <summary>Returns the output of the state machine that the case expects.</summary>
    public static JsonElement ExpectedOutput(PeerCase @case)
    {
        JsonElement expected = @case.Source.GetProperty("expected");
        return @case.Kind is "intrinsic" or "path"
            ? JsonTexts.Parse(new JsonObject { [Result] = Node(expected) }.ToJsonString())
            : expected;
    }

    private static string Choice(JsonElement state)
    {
        var states = new JsonObject { [Tested] = Node(state) };
        foreach (string target in Targets(state).Distinct(StringComparer.Ordinal))
        {
            states[target] = new JsonObject { ["Type"] = "Pass", ["End"] = true };
        }

        return Machine(states);
    }

    private static IEnumerable<string> Targets(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Targets),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member =>
            member.Name is "Next" or "Default" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Targets(member.Value)),
        _ => [],
    };

    private static string PathField(string field, JsonElement source, JsonNode? result = null)
    {
        var state = new JsonObject { ["Type"] = "Pass", ["End"] = true };
        if (!source.Flag("pathOmitted"))
        {
            state[field] = Node(source.GetProperty("path"));
        }

        if (result is not null)
        {
            state["Result"] = result;
        }

        return Machine(new JsonObject { [Tested] = state });
    }

    private static string Pass(string field, JsonNode? value) =>
        Machine(new JsonObject { [Tested] = new JsonObject { ["Type"] = "Pass", [field] = value, ["End"] = true } });

    private static string Machine(JsonObject states) =>
        new JsonObject { ["StartAt"] = Tested, ["States"] = states }.ToJsonString();

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
