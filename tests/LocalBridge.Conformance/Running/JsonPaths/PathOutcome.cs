using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Json;
using LocalBridge.Json.Paths;

namespace LocalBridge.Conformance.Running.JsonPaths;

/// <summary>Represents what came out of a path: a value, or a kind of error with its message.</summary>
internal sealed record PathOutcome(string? Result, JsonPathError? Error)
{
    /// <summary>Evaluates a path.</summary>
    public static PathOutcome Evaluate(JsonPath path, JsonValue root) =>
        path.TryEvaluate(root, out JsonValue result, out JsonPathError? error) ? new PathOutcome(result.ToJson(), null) : Failed(error);

    /// <summary>Returns the outcome of a path that failed.</summary>
    public static PathOutcome Failed(JsonPathError error) => new(null, error);

    /// <summary>Compares the outcome with the <c>expect</c> member of a case.</summary>
    /// <param name="expect"><c>result</c> or <c>error</c>.</param>
    /// <param name="message">The message of the error, where it was recorded.</param>
    public List<JsonDifference> Compare(JsonElement expect, string? message)
    {
        List<JsonDifference> differences = [];
        string? expectedError = expect.Text("error");
        string? actualError = Error is null ? null : KindName(Error.Kind);
        if (expectedError != actualError)
        {
            differences.Add(new JsonDifference(string.Empty, JsonTexts.Show(expect), Result ?? $"{actualError}: {Error!.Message}"));
        }
        else if (Result is not null)
        {
            new JsonComparer(ComparisonRules.Exact, new PlaceholderScope())
                .Compare(expect.GetProperty("result"), JsonTexts.Parse(Result), "result", differences);
        }
        else if (message is not null && message != Error!.Message)
        {
            differences.Add(new JsonDifference("message", message, Error.Message));
        }

        return differences;
    }

    private static string KindName(JsonPathErrorKind kind) => kind switch
    {
        JsonPathErrorKind.Syntax => "syntax",
        JsonPathErrorKind.NotFound => "notFound",
        _ => "invalid",
    };
}
