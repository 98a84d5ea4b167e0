using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Represents a regular expression literal, <c>/…/im</c>, with the meaning it has in JavaScript.</summary>
/// <remarks>
/// The syntax is read and checked at once, the runtime's expression is made when it is first needed, and turned into code when it is needed often. Expressions on which backtracking can
/// take more than a small power of the text's length are run without backtracking where they allow it; for the rest a time limit holds.
/// Differs from JavaScript: a repetition of what can match nothing, such as <c>(a*)*</c>, keeps an empty last repetition in its group.
/// This type is safe to use from many threads at once.
/// </remarks>
internal sealed class JsRegex
{
    // Long enough for any honest match on a busy machine; what takes longer would not end.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    // So many matches are worth the milliseconds that it takes to turn the expression into code.
    private const int MatchesBeforeCompiling = 500;

    private readonly PatternNode _pattern;
    private Regex? _regex;
    private int _matches;

    private JsRegex(string source, PatternNode pattern, bool ignoresCase, bool isMultiline)
    {
        Source = source;
        IgnoresCase = ignoresCase;
        IsMultiline = isMultiline;
        _pattern = pattern;
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
            return Use().IsMatch(text);
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
            Match match = Use().Match(text, from);
            return match.Success ? new RegexHit(match) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw FailureCodes.TooLong();
        }
    }

    // Threads that come at the same time may make the same expression twice; either is as good.
    private Regex Use()
    {
        Regex regex = _regex ??= Build();
        if (_matches < MatchesBeforeCompiling && ++_matches == MatchesBeforeCompiling
            && RuntimeFeature.IsDynamicCodeCompiled && (regex.Options & RegexOptions.NonBacktracking) == 0)
        {
            // Matching goes on with the interpreter while the code is made.
            ThreadPool.UnsafeQueueUserWorkItem(
                static self => self._regex = new Regex(self._regex!.ToString(), self._regex.Options | RegexOptions.Compiled, MatchTimeout),
                this,
                preferLocal: false);
        }

        return regex;
    }

    private Regex Build()
    {
        string translated = PatternWriter.Write(_pattern, IgnoresCase, IsMultiline);
        if (PatternFacts.IsRisky(_pattern) && PatternFacts.IsRegular(_pattern, IsMultiline))
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
