using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>A text in which every character may appear in lower or in upper case.</summary>
/// <remarks>
/// The case mappings are those of the pattern's characters, one at a time: upper-casing <c>ß</c> gives <c>SS</c>, so the pattern <c>ß</c> accepts <c>SS</c>,
/// while <c>ss</c> does not accept <c>ß</c>. The two forms of a character never begin or end alike unless they are equal, so no choice is ever revised.
/// </remarks>
internal sealed class FoldedText
{
    private readonly ImmutableArray<byte[]> _lower;
    private readonly ImmutableArray<byte[]> _upper;

    public FoldedText(string text)
    {
        Text = text;
        ImmutableArray<byte[]>.Builder lower = ImmutableArray.CreateBuilder<byte[]>();
        ImmutableArray<byte[]>.Builder upper = ImmutableArray.CreateBuilder<byte[]>();
        for (int i = 0; i < text.Length; i++)
        {
            // EventBridge folds UTF-16 units and so loses supplementary characters; here they are folded whole.
            int length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            lower.Add(LenientUtf8.GetBytes(CaseMapping.ToLower(text.AsSpan(i, length))));
            upper.Add(LenientUtf8.GetBytes(CaseMapping.ToUpper(text.AsSpan(i, length))));
            i += length - 1;
        }

        _lower = lower.DrainToImmutable();
        _upper = upper.DrainToImmutable();
    }

    public string Text { get; }

    /// <summary>The forms of the first character.</summary>
    public (byte[] Lower, byte[] Upper) First => (_lower[0], _upper[0]);

    /// <summary>The forms of the last character.</summary>
    public (byte[] Lower, byte[] Upper) Last => (_lower[^1], _upper[^1]);

    /// <summary>The characters at the start that are in ASCII in both forms, lower-cased.</summary>
    public byte[] AsciiStart() => [.. Enumerable.Range(0, _lower.Length).TakeWhile(IsAscii).Select(index => _lower[index][0])];

    /// <summary>The characters at the end that are in ASCII in both forms, lower-cased.</summary>
    public byte[] AsciiEnd() =>
        [.. Enumerable.Range(0, _lower.Length).Reverse().TakeWhile(IsAscii).Reverse().Select(index => _lower[index][0])];

    /// <summary>Whether all of the text is in ASCII in both forms.</summary>
    public bool IsAllAscii => Enumerable.Range(0, _lower.Length).All(IsAscii);

    /// <summary>How many bytes at the start of a text this text takes, or -1 if the text starts differently.</summary>
    public int MatchStart(ReadOnlySpan<byte> text)
    {
        int taken = 0;
        for (int i = 0; i < _lower.Length; i++)
        {
            ReadOnlySpan<byte> rest = text[taken..];
            if (rest.StartsWith(_lower[i]))
            {
                taken += _lower[i].Length;
            }
            else if (rest.StartsWith(_upper[i]))
            {
                taken += _upper[i].Length;
            }
            else
            {
                return -1;
            }
        }

        return taken;
    }

    public bool MatchesEnd(ReadOnlySpan<byte> text)
    {
        for (int i = _lower.Length - 1; i >= 0; i--)
        {
            if (text.EndsWith(_lower[i]))
            {
                text = text[..^_lower[i].Length];
            }
            else if (text.EndsWith(_upper[i]))
            {
                text = text[..^_upper[i].Length];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAscii(int index) => _lower[index] is [< 0x80] && _upper[index] is [< 0x80];
}
