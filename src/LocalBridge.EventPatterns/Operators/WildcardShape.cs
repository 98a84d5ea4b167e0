using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>A wildcard cut at its stars: the literal parts before, between and behind them, in UTF-8.</summary>
internal sealed class WildcardShape : TextGuard
{
    private const int ShortText = 16;

    private WildcardShape(string text, ImmutableArray<byte[]> segments)
    {
        Text = text;
        Segments = segments;
        LiteralLength = segments.Sum(segment => segment.Length);
        foreach (byte[] segment in segments)
        {
            Signature |= segment.Length > 1 ? TextSignature.Of(segment) : 0;
        }
    }

    public string Text { get; }

    public override ulong Signature { get; }

    /// <summary>One part more than there are stars.</summary>
    public ImmutableArray<byte[]> Segments { get; }

    private int LiteralLength { get; }

    /// <summary>Cuts a wildcard.</summary>
    /// <param name="text">The wildcard.</param>
    /// <param name="error">What is wrong with it, in the words of EventBridge; its positions count the bytes of the text in quotes.</param>
    /// <returns>The shape, or <see langword="null"/> if the text is not a valid wildcard.</returns>
    public static WildcardShape? Parse(string text, out string? error)
    {
        byte[] bytes = LenientUtf8.GetBytes(text);
        List<byte[]> segments = [];
        List<byte> segment = [];
        error = null;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte next = i + 1 < bytes.Length ? bytes[i + 1] : (byte)'"';
            if (bytes[i] == '\\')
            {
                if (next is not ((byte)'*' or (byte)'\\'))
                {
                    error = $"Invalid escape character at pos {i + 1}";
                    return null;
                }

                segment.Add(next);
                i++;
            }
            else if (bytes[i] != '*')
            {
                segment.Add(bytes[i]);
            }
            else if (next == '*')
            {
                error = $"Consecutive wildcard characters at pos {i + 1}";
                return null;
            }
            else
            {
                segments.Add([.. segment]);
                segment.Clear();
            }
        }

        segments.Add([.. segment]);
        return new WildcardShape(text, [.. segments]);
    }

    /// <summary>Whether a text has this shape. Taking each part at its first possible place is always right, so nothing is ever tried twice.</summary>
    public override bool Accepts(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte[]> segments = Segments.AsSpan();
        if (segments.Length == 1)
        {
            return text.SequenceEqual(segments[0]);
        }

        ReadOnlySpan<byte> first = segments[0];
        ReadOnlySpan<byte> last = segments[^1];
        if (text.Length < LiteralLength || (!first.IsEmpty && !text.StartsWith(first)) || (!last.IsEmpty && !text.EndsWith(last)))
        {
            return false;
        }

        text = text[first.Length..^last.Length];
        for (int i = 1; i < segments.Length - 1; i++)
        {
            ReadOnlySpan<byte> segment = segments[i];
            int found = text.Length > ShortText ? text.IndexOf(segment) : IndexInShort(text, segment);
            if (found < 0)
            {
                return false;
            }

            text = text[(found + segment.Length)..];
        }

        return true;
    }

    /// <summary>In a text as short as most values are, setting up a vector search takes longer than looking at each byte.</summary>
    private static int IndexInShort(ReadOnlySpan<byte> text, ReadOnlySpan<byte> segment)
    {
        int last = text.Length - segment.Length;
        if (segment.Length == 2)
        {
            ushort pair = MemoryMarshal.Read<ushort>(segment);
            for (int start = 0; start <= last; start++)
            {
                if (MemoryMarshal.Read<ushort>(text[start..]) == pair)
                {
                    return start;
                }
            }

            return -1;
        }

        for (int start = 0; start <= last; start++)
        {
            if (text[start] == segment[0] && text[(start + 1)..].StartsWith(segment[1..]))
            {
                return start;
            }
        }

        return -1;
    }

    public override bool Equals(TextGuard? other) => other is WildcardShape shape && shape.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
