using System.Buffers.Text;
using System.Text;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Resolves the escapes of JSON strings.</summary>
internal static class JsonEscapes
{
    /// <summary>Writes the characters of an escaped string. They never take more room than the escapes did.</summary>
    /// <remarks>A surrogate without a partner is kept as <see cref="LenientUtf8"/> writes it. Escapes outside the grammar, which only an unchecked event can hold, yield the character after the backslash.</remarks>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int backslash = escaped.IndexOf((byte)'\\');
            if (backslash < 0 || backslash + 1 == escaped.Length)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..backslash].CopyTo(destination[written..]);
            written += backslash;
            byte kind = escaped[backslash + 1];
            escaped = escaped[(backslash + 2)..];
            if (kind == 'u' && TryReadUnit(escaped, out char unit))
            {
                escaped = escaped[4..];
                written += WriteUnit(unit, ref escaped, destination[written..]);
            }
            else
            {
                destination[written++] = Simple(kind);
            }
        }
    }

    private static byte Simple(byte kind) => kind switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => kind,
    };

    private static int WriteUnit(char unit, ref ReadOnlySpan<byte> rest, Span<byte> destination)
    {
        if (!char.IsSurrogate(unit))
        {
            return new Rune(unit).EncodeToUtf8(destination);
        }

        if (rest.Length >= 6 && rest[0] == '\\' && rest[1] == 'u' && TryReadUnit(rest[2..], out char second) && Rune.TryCreate(unit, second, out Rune rune))
        {
            rest = rest[6..];
            return rune.EncodeToUtf8(destination);
        }

        return LenientUtf8.WriteUnit(unit, destination);
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> digits, out char unit)
    {
        unit = default;
        if (digits.Length < 4 || !Utf8Parser.TryParse(digits[..4], out ushort value, out int consumed, 'x') || consumed != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
