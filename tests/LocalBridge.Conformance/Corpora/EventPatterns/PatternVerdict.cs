using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventPatterns;

/// <summary>Represents what the matching engine says about a pattern and an event.</summary>
/// <param name="IsValid">The pattern compiles.</param>
/// <param name="IsMatch">It matches the event.</param>
/// <param name="Error">The first line of the engine's message when the words count; otherwise <see langword="null"/>.</param>
internal sealed record PatternVerdict(bool IsValid, bool IsMatch, string? Error)
{
    // Stands where the engine crashed, so that there are no words of its own.
    private const string Crash = "(internal error";

    /// <summary>Reads a verdict. The words of a JSON parser (<c>errorKind</c> <c>json</c>) do not count, nor the description of a crash.</summary>
    public static PatternVerdict Read(JsonElement expect)
    {
        bool isValid = expect.GetProperty("valid").GetBoolean();
        string? error = isValid || expect.Text("errorKind") == "json" ? null : expect.Text("error");
        bool isCrash = error is not null && error.StartsWith(Crash, StringComparison.Ordinal);
        return new PatternVerdict(isValid, expect.GetProperty("match").GetBoolean(), isCrash ? null : error);
    }
}
