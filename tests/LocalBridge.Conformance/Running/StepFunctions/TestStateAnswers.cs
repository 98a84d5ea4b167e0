using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.StatesLanguage.Inspecting;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Turns the answers of state tests into the form of the AWS API.</summary>
internal static class TestStateAnswers
{
    /// <summary>Writes an answer.</summary>
    public static JsonElement Write(TestStateResponse response)
    {
        var json = new JsonObject
        {
            ["status"] = response.Status == TestExecutionStatus.CaughtError ? "CAUGHT_ERROR" : response.Status.ToString().ToUpperInvariant(),
        };
        Add(json, "output", response.Output);
        AddMember(json, "error", response.Error);
        AddMember(json, "cause", response.Cause);
        AddMember(json, "nextState", response.NextState);
        if (response.InspectionData is { } data)
        {
            json["inspectionData"] = Write(data);
        }

        return JsonTexts.Parse(json.ToJsonString());
    }

    /// <summary>Parses the texts in an answer that are JSON: their blanks and the order of their members do not count.</summary>
    public static JsonElement Parse(JsonElement answer) => JsonTexts.Parse(Parse(JsonNode.Parse(answer.GetRawText()))!.ToJsonString());

    private static JsonNode? Parse(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(static member => KeyValuePair.Create(member.Key, Parse(member.Value)))),
        System.Text.Json.Nodes.JsonValue value when value.TryGetValue(out string? text) && IsJsonText(text) => JsonNode.Parse(text),
        _ => node?.DeepClone(),
    };

    private static bool IsJsonText(string text) => text.Length > 0 && text[0] is '[' or '{' or '"' && JsonTexts.TryParse(text, out _);

    private static JsonObject Write(InspectionData data)
    {
        var json = new JsonObject();
        Add(json, "input", data.Input);
        Add(json, "afterArguments", data.AfterArguments);
        Add(json, "afterInputPath", data.AfterInputPath);
        Add(json, "afterParameters", data.AfterParameters);
        Add(json, "result", data.Result);
        Add(json, "afterResultSelector", data.AfterResultSelector);
        Add(json, "afterResultPath", data.AfterResultPath);
        Add(json, "variables", data.Variables);
        Add(json, "afterItemsPath", data.AfterItemsPath);
        Add(json, "afterItemSelector", data.AfterItemSelector);
        Add(json, "afterItemBatcher", data.AfterItemBatcher);
        AddMember(json, "maxConcurrency", data.MaxConcurrency);
        AddMember(json, "toleratedFailureCount", data.ToleratedFailureCount);
        AddMember(json, "toleratedFailurePercentage", data.ToleratedFailurePercentage);
        if (data.ErrorDetails is { } details)
        {
            var errorDetails = new JsonObject();
            AddMember(errorDetails, "catchIndex", details.CatchIndex);
            AddMember(errorDetails, "retryIndex", details.RetryIndex);
            AddMember(errorDetails, "retryBackoffIntervalSeconds", details.RetryBackoffIntervalSeconds);
            json["errorDetails"] = errorDetails;
        }

        return json;
    }

    private static void Add(JsonObject json, string name, LocalBridge.Json.JsonValue value)
    {
        if (!value.IsUndefined)
        {
            json[name] = value.ToJson();
        }
    }

    private static void AddMember(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
