using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Conformance.Running.Jsonata;

/// <summary>
/// Judges what Step Functions was seen to answer about an expression, as far as it is the expression's own doing: that it fails or gives
/// nothing, and the end of the cause. The words in front, which name expression and field, are judged by the step-functions corpus.
/// </summary>
internal static class ObservedFailure
{
    private const string Nothing = "returned nothing (undefined).";
    private const string WrongType = "returned an un";
    private const string Threw = "threw an error during evaluation";

    /// <summary>Compares the outcome with the observation.</summary>
    public static List<JsonDifference> Compare(JsonElement observed, JsonataOutcome outcome)
    {
        string cause = observed.Text("cause") ?? string.Empty;
        string? fault = observed.Text("refused") is { } refused ? Refusal(refused, outcome)
            : cause.EndsWith(Nothing, StringComparison.Ordinal) ? (outcome.Error is null && outcome.Result.IsUndefined ? null : "nothing (undefined)")
            : cause.Contains(WrongType, StringComparison.Ordinal) ? (outcome.Error is null && !outcome.Result.IsUndefined ? null : "a value")
            : Failure(cause, outcome.Error);
        return fault is null ? [] : [new JsonDifference(string.Empty, fault, outcome.Describe())];
    }

    // The message without the code; a reference that the definition may not contain is refused by the reader of definitions.
    private static string? Refusal(string refused, JsonataOutcome outcome)
    {
        string message = refused[(refused.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        if (refused.StartsWith("UNSUPPORTED", StringComparison.Ordinal))
        {
            return outcome.IsCompiled ? null : "an expression that compiles";
        }

        return !outcome.IsCompiled && outcome.Error!.Message == message ? null : refused;
    }

    private static string? Failure(string cause, JsonataException? error)
    {
        int at = cause.IndexOf(Threw, StringComparison.Ordinal);
        string expected = at < 0 ? cause.TrimStart('…', ' ') : cause[(at + Threw.Length)..].TrimStart('.', ':', ' ');
        if (error is null)
        {
            return expected;
        }

        return expected == error.Message || expected == $"{error.Code}: {error.Message}" ? null : expected;
    }
}
