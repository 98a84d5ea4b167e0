using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>One scalar of an event as raw UTF-8. Escapes are resolved when a test looks at the text.</summary>
internal ref struct EventValue
{
    private readonly MatchScratch _scratch;
    private readonly bool _hasEscapes;

    public EventValue(EventValueKind kind, ReadOnlySpan<byte> raw, bool hasEscapes, MatchScratch scratch)
    {
        Kind = kind;
        Raw = raw;
        _hasEscapes = hasEscapes;
        _scratch = scratch;
    }

    public EventValueKind Kind { get; }

    /// <summary>The text of a number or literal, or what stands between the quotes of a string.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>The characters of a string, escapes resolved.</summary>
    public readonly ReadOnlySpan<byte> Text
    {
        get
        {
            if (!_hasEscapes)
            {
                return Raw;
            }

            Span<byte> buffer = _scratch.TextBuffer(Raw.Length);
            return buffer[..JsonEscapes.Unescape(Raw, buffer)];
        }
    }
}
