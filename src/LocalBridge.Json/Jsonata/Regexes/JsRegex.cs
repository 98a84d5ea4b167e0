using System.Text.RegularExpressions;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Represents a regular expression literal, <c>/…/im</c>, with the meaning it has in JavaScript.</summary>
/// <remarks>
/// The syntax is read and checked at once, the runtime's expression is made when it is first needed. Expressions on which backtracking can
/// take more than a small power of the text's length are run without backtracking where they allow it; for the rest a time limit holds.
/// Differs from JavaScript: a repetition of what can match nothing, such as <c>(a*)*</c>, keeps an empty last repetition in its group.
/// This type is immutable and safe to use from many threads at once.
/// </remarks>
internal sealed class JsRegex
{
    // Long enough for any honest match on a busy machine; what takes longer would not end.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    private readonly Lazy<Regex> _regex;

    private JsRegex(string source, PatternNode pattern, bool ignoresCase, bool isMultiline)
    {
        Source = source;
        IgnoresCase = ignoresCase;
        IsMultiline = isMultiline;
        _regex = new Lazy<Regex>(() => Build(pattern, ignoresCase, isMultiline));
    }

    /// <summary>Gets the text between the slashes.</summary>
    internal string Source { get; }

    internal bool IgnoresCase { get; }

    internal bool IsMultiline { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="source">The text between the slashes.</param>
    /// <param name="ignoresCase">The flag <c>i</c>.</param>
    /// <param name="isMultiline">The flag <c>m</c>.</param>
    /// <exception cref="JsonataException">S0303: the expression is faulty. The place is not filled in.</exception>
    internal static JsRegex Parse(string source, bool ignoresCase = false, bool isMultiline = false) =>
        new(source, PatternReader.Read(source, ignoresCase), ignoresCase, isMultiline);

    /// <summary>Tells whether the text has a match.</summary>
    /// <exception cref="JsonataException">U1001: matching takes too long.</exception>
    internal bool IsMatch(string text)
    {
        try
        {
            return _regex.Value.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw FailureCodes.TooLong();
        }
    }

    /// <summary>Finds the first match that does not begin before a place.</summary>
    /// <exception cref="JsonataException">U1001: matching takes too long.</exception>
    internal RegexHit? Match(string text, int from = 0)
    {
        try
        {
            Match match = _regex.Value.Match(text, from);
            return match.Success ? new RegexHit(match) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw FailureCodes.TooLong();
        }
    }

    private static Regex Build(PatternNode pattern, bool ignoresCase, bool isMultiline)
    {
        string translated = PatternWriter.Write(pattern, ignoresCase, isMultiline);
        if (PatternFacts.IsRisky(pattern) && PatternFacts.IsRegular(pattern, isMultiline))
        {
            try
            {
                return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout);
            }
            catch (NotSupportedException)
            {
                // Its automaton would be too large: the time limit has to do.
            }
        }

        return new Regex(translated, RegexOptions.CultureInvariant, MatchTimeout);
    }
}
