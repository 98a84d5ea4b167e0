using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventPatterns;

/// <summary>Represents what the matching engine says about a pattern and an event.</summary>
/// <param name="IsValid">The pattern compiles.</param>
/// <param name="IsMatch">It matches the event.</param>
/// <param name="Error">The first line of the engine's message when the words count; otherwise <see langword="null"/>.</param>
internal sealed record PatternVerdict(bool IsValid, bool IsMatch, string? Error)
{
    /// <summary>Reads a verdict. The words of a JSON parser (<c>errorKind</c> <c>json</c>) do not count.</summary>
    public static PatternVerdict Read(JsonElement expect)
    {
        bool isValid = expect.GetProperty("valid").GetBoolean();
        bool hasWords = !isValid && expect.Text("errorKind") != "json";
        return new PatternVerdict(isValid, expect.GetProperty("match").GetBoolean(), hasWords ? expect.Text("error") : null);
    }
}
