namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Makes the error of a faulty regular expression. The reference lets the host's error through, without a code.</summary>
internal static class RegexFault
{
    internal const string Code = "S0303";

    internal static JsonataException Create(string pattern, string reason) =>
        new(Code, value: pattern) { OwnText = $"Invalid regular expression: /{pattern}/: {reason}" };
}
