using System.Diagnostics.CodeAnalysis;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Explaining;
using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Reading;

namespace LocalBridge.EventPatterns;

/// <summary>Represents an event pattern of Amazon EventBridge, ready to be matched against events.</summary>
/// <remarks>
/// Immutable; every member is safe to call from any number of threads at once. The language is that of "Creating Amazon EventBridge event patterns" in
/// the Amazon EventBridge User Guide.
/// </remarks>
/// <example>
/// <code>
/// EventPattern pattern = EventPattern.Parse("""{ "source": ["shop.orders"], "detail": { "total": [{ "numeric": [">", 100] }] } }""");
/// bool matched = pattern.IsMatch("""{ "source": "shop.orders", "detail": { "total": 250 } }"""u8);
/// </code>
/// </example>
public sealed class EventPattern
{
    /// <summary>Built when first needed: a pattern that only goes into a matcher does without.</summary>
    private Automaton? _automaton;

    internal EventPattern(string json, CompiledPattern compiled)
    {
        Json = json;
        Compiled = compiled;
    }

    /// <summary>Gets the pattern's text exactly as it was given.</summary>
    public string Json { get; }

    /// <summary>
    /// Gets the score of the pattern's wildcards: the largest number of positions in the wildcards of one field that a single input could keep open at
    /// once, 0 without wildcards. EventBridge refuses rules above 10; see "Event pattern complexity" in its User Guide.
    /// </summary>
    public int Complexity => Compiled.Complexity;

    internal CompiledPattern Compiled { get; }

    private Automaton Automaton => _automaton ??= Automaton.Create(Compiled);

    /// <summary>Parses a pattern with the limits of <see cref="EventPatternOptions.Default"/>.</summary>
    /// <param name="json">The JSON text. Text after the closing brace is ignored, as EventBridge does.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="EventPatternException">The text is not a valid pattern, or is over a limit.</exception>
    public static EventPattern Parse(string json) => Parse(json, EventPatternOptions.Default);

    /// <summary>Parses a pattern.</summary>
    /// <param name="json">The JSON text. Text after the closing brace is ignored, as EventBridge does.</param>
    /// <param name="options">The limits, or <see langword="null"/> for <see cref="EventPatternOptions.Default"/>.</param>
    /// <inheritdoc cref="Parse(string)" path="/returns|/exception"/>
    public static EventPattern Parse(string json, EventPatternOptions? options) =>
        TryParse(json, options, out EventPattern? pattern, out EventPatternError? error) ? pattern : throw new EventPatternException(error);

    /// <summary>Parses a pattern with the limits of <see cref="EventPatternOptions.Default"/>.</summary>
    /// <param name="utf8">The JSON text in UTF-8. Text after the closing brace is ignored, as EventBridge does.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="EventPatternException">The text is not a valid pattern, or is over a limit.</exception>
    public static EventPattern Parse(ReadOnlySpan<byte> utf8) => Parse(utf8, EventPatternOptions.Default);

    /// <summary>Parses a pattern.</summary>
    /// <param name="utf8">The JSON text in UTF-8. Text after the closing brace is ignored, as EventBridge does.</param>
    /// <param name="options">The limits, or <see langword="null"/> for <see cref="EventPatternOptions.Default"/>.</param>
    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})" path="/returns|/exception"/>
    public static EventPattern Parse(ReadOnlySpan<byte> utf8, EventPatternOptions? options) =>
        PatternUtf8.TryDecode(utf8, out string? json, out EventPatternError? error) ? Parse(json, options) : throw new EventPatternException(error);

    /// <summary>Parses a pattern with the limits of <see cref="EventPatternOptions.Default"/>, without throwing for an invalid one.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="pattern">The pattern, if the text is valid.</param>
    /// <param name="error">What is wrong, if it is not.</param>
    /// <returns>Whether the text is a valid pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out EventPattern? pattern, [NotNullWhen(false)] out EventPatternError? error) =>
        TryParse(json, EventPatternOptions.Default, out pattern, out error);

    /// <summary>Parses a pattern without throwing for an invalid one.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="options">The limits, or <see langword="null"/> for <see cref="EventPatternOptions.Default"/>.</param>
    /// <param name="pattern">The pattern, if the text is valid.</param>
    /// <param name="error">What is wrong, if it is not.</param>
    /// <returns>Whether the text is a valid pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static bool TryParse(
        string json,
        EventPatternOptions? options,
        [NotNullWhen(true)] out EventPattern? pattern,
        [NotNullWhen(false)] out EventPatternError? error)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            pattern = new EventPattern(json, PatternCompiler.Compile(json, options ?? EventPatternOptions.Default));
            error = null;
            return true;
        }
        catch (PatternErrorException exception)
        {
            pattern = null;
            error = exception.Error;
            return false;
        }
    }

    /// <summary>Returns whether an event matches. The whole event is checked on the way.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8. Text after its closing brace is ignored.</param>
    /// <returns>Whether the event matches.</returns>
    /// <exception cref="EventFormatException">The event is not a readable JSON object.</exception>
    public bool IsMatch(ReadOnlySpan<byte> utf8Event) => EventMatcher.IsMatch(Automaton, utf8Event, EventGuarantees.None);

    /// <summary>Returns whether an event matches, relying on what the caller knows about it.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <param name="guarantees">What is known about the event. What is known is not checked again.</param>
    /// <returns>Whether the event matches.</returns>
    /// <exception cref="EventFormatException">
    /// The event is not a readable JSON object. With <see cref="EventGuarantees.WellFormed"/> this is noticed only where matching stumbles over it.
    /// </exception>
    public bool IsMatch(ReadOnlySpan<byte> utf8Event, EventGuarantees guarantees) => EventMatcher.IsMatch(Automaton, utf8Event, guarantees);

    /// <summary>Matches an event without throwing for a malformed one.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <param name="isMatch">Whether the event matches; <see langword="false"/> if it cannot be read.</param>
    /// <param name="error">What is wrong with the event, if it cannot be read.</param>
    /// <returns>Whether the event could be read.</returns>
    public bool TryMatch(ReadOnlySpan<byte> utf8Event, out bool isMatch, [NotNullWhen(false)] out EventFormatError? error)
    {
        try
        {
            isMatch = EventMatcher.IsMatch(Automaton, utf8Event, EventGuarantees.None);
            error = null;
            return true;
        }
        catch (EventFormatException exception)
        {
            isMatch = false;
            error = exception.Error;
            return false;
        }
    }

    /// <summary>Explains, field by field, why an event matches or does not. Meant for people and tests, not for the hot path.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <returns>The explanation. Its verdict is that of <see cref="IsMatch(ReadOnlySpan{byte})"/>.</returns>
    /// <exception cref="EventFormatException">The event is not a readable JSON object.</exception>
    public EventPatternExplanation Explain(ReadOnlySpan<byte> utf8Event) => Explainer.Explain(Compiled, Automaton, utf8Event);

    /// <summary>Returns <see cref="Json"/>.</summary>
    public override string ToString() => Json;
}
