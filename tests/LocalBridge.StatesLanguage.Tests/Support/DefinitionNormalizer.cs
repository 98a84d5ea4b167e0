using System.Text.RegularExpressions;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Brings a definition's JSON into the form that the writer writes, without any code of the writer: takes out the fields that only
/// state a default, and gives fields with an older name their present one. Everything else must survive.</summary>
internal static partial class DefinitionNormalizer
{
    internal static JsonValue Normalize(JsonValue machine)
    {
        string language = machine["QueryLanguage"].TryGetString(out string? text) ? text : "JSONPath";
        return Without(Graph(machine.AsObject(), language), "QueryLanguage", "JSONPath");
    }

    /// <summary>The digits of a second that .NET's time does not hold.</summary>
    [GeneratedRegex(@"(\.\d{7})\d+")]
    private static partial Regex BelowTicks();

    private static JsonObject Graph(JsonObject graph, string language)
    {
        JsonObject states = graph["States"].AsObject();
        foreach (string name in graph["States"].AsObject().Names)
        {
            states = states.SetItem(name, State(states[name].AsObject(), language));
        }

        return graph.SetItem("States", states);
    }

    private static JsonObject State(JsonObject state, string language)
    {
        state = Without(state, "QueryLanguage", language);
        state = Without(Without(Without(state, "InputPath", "$"), "OutputPath", "$"), "ResultPath", "$");
        state = Without(state, "End", false);
        state = EachOf(EachOf(state, "Retry", Retrier), "Catch", static catcher => Without(catcher, "ResultPath", "$"));
        if (state["Timestamp"].TryGetString(out string? timestamp) && DateTimeOffset.TryParse(BelowTicks().Replace(timestamp, "$1"), out DateTimeOffset time))
        {
            state = state.SetItem("Timestamp", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"));
        }

        state = EachOf(state, "Branches", branch => Graph(branch, language));
        return state["Type"] == "Map" ? Map(state, language) : state;
    }

    private static JsonObject Map(JsonObject state, string language)
    {
        state = Renamed(Renamed(state, "Iterator", "ItemProcessor"), "Parameters", "ItemSelector");
        state = Without(state, "MaxConcurrency", 0);
        JsonObject processor = Graph(state["ItemProcessor"].AsObject(), language);
        if (processor["ProcessorConfig"] is { IsObject: true } config && config["Mode"] != "DISTRIBUTED")
        {
            processor = processor.Remove("ProcessorConfig");
        }

        return state.SetItem("ItemProcessor", processor);
    }

    private static JsonObject Retrier(JsonObject retrier) =>
        Without(Without(Without(Without(retrier, "IntervalSeconds", 1), "MaxAttempts", 3), "BackoffRate", 2), "JitterStrategy", "NONE");

    private static JsonObject Without(JsonObject fields, string name, JsonValue defaultValue) =>
        fields[name] == defaultValue ? fields.Remove(name) : fields;

    private static JsonObject Renamed(JsonObject fields, string name, string newName) =>
        fields.TryGetValue(name, out JsonValue value) ? fields.Remove(name).SetItem(newName, value) : fields;

    private static JsonObject EachOf(JsonObject fields, string name, Func<JsonObject, JsonObject> change)
    {
        if (!fields[name].IsArray)
        {
            return fields;
        }

        var items = new JsonArrayBuilder();
        foreach (JsonValue item in fields[name].AsArray())
        {
            items.Add(change(item.AsObject()));
        }

        return items.Count == 0 ? fields.Remove(name) : fields.SetItem(name, items.Build());
    }
}
