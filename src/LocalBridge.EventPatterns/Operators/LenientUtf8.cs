using System.Text;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>UTF-8 that also has a form for surrogates without a partner, so that text escaped in JSON is compared unit by unit and never mangled.</summary>
internal static class LenientUtf8
{
    public static byte[] GetBytes(string text)
    {
        byte[] bytes = new byte[text.Length * 3];
        int written = 0;
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            bool paired = Rune.DecodeFromUtf16(rest, out Rune rune, out int consumed) == System.Buffers.OperationStatus.Done;
            written += paired ? rune.EncodeToUtf8(bytes.AsSpan(written)) : WriteUnit(rest[0], bytes.AsSpan(written));
            rest = rest[consumed..];
        }

        return bytes[..written];
    }

    /// <summary>Writes one unit from U+0800 on, surrogates included, in three bytes.</summary>
    public static int WriteUnit(char unit, Span<byte> destination)
    {
        destination[0] = (byte)(0xE0 | (unit >> 12));
        destination[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        destination[2] = (byte)(0x80 | (unit & 0x3F));
        return 3;
    }
}
