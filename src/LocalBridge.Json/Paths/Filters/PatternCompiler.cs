using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>Compiles the regular expressions of filters so that no text can make them run for long.</summary>
internal static class PatternCompiler
{
    /// <summary>How long a pattern that needs backtracking may run for one text.</summary>
    internal static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);

    /// <summary>Compiles <c>/pattern/</c> or <c>/pattern/i</c>.</summary>
    internal static bool TryCompile(string literal, [NotNullWhen(true)] out Regex? pattern, [NotNullWhen(false)] out string? fault)
    {
        int end = literal.LastIndexOf('/');
        string body = literal[1..end];
        RegexOptions options = RegexOptions.CultureInvariant | (literal.EndsWith('i') ? RegexOptions.IgnoreCase : RegexOptions.None);

        // The whole text has to match.
        string whole = $@"\A(?:{body})\z";
        try
        {
            pattern = Create(whole, options);
            fault = null;
            return true;
        }
        catch (ArgumentException invalid)
        {
            pattern = null;
            fault = $"'{body}' is not a regular expression: {invalid.Message}";
            return false;
        }
    }

    internal static bool IsPattern(string text) =>
        text.Length >= 2 && text[0] == '/' && (text[^1] == '/' || (text.Length >= 3 && text.EndsWith("/i", StringComparison.Ordinal)));

    private static Regex Create(string whole, RegexOptions options)
    {
        try
        {
            return new Regex(whole, options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Look-around, back-references and atomic groups have no linear-time form.
            return new Regex(whole, options, LongestMatch);
        }
    }
}
