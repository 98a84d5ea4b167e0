using System.Buffers.Binary;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Reads numbers of at most 19 digits without an exponent, eight digits at a time: nearly all numbers there are.</summary>
internal static class PlainDecimal
{
    /// <summary>The largest power of ten that is a double.</summary>
    public const int ExactPower = 22;

    private const int MostDigits = 19;

    private static ReadOnlySpan<double> Powers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a number into its significant digits, without zeros at the end, and the power of ten they are to be multiplied with.</summary>
    /// <returns>False if the number has an exponent or too many digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out bool isNegative, out ulong digits, out int exponent)
    {
        isNegative = text is [(byte)'-', ..];
        digits = 0;
        exponent = 0;
        ReadOnlySpan<byte> rest = isNegative ? text[1..] : text;
        if (rest.Length > MostDigits + 1)
        {
            return false;
        }

        rest = ReadDigits(rest, ref digits);
        if (rest is [(byte)'.', ..])
        {
            int fraction = rest.Length - 1;
            rest = ReadDigits(rest[1..], ref digits);
            exponent = rest.Length - fraction;
        }
        else if (text.Length - (isNegative ? 1 : 0) > MostDigits)
        {
            return false;
        }

        if (!rest.IsEmpty)
        {
            return false;
        }

        while (digits != 0 && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return true;
    }

    /// <summary>Multiplies at most 15 digits with a power of ten up to <see cref="ExactPower"/>. Both are doubles, so the result is the nearest one.</summary>
    public static double Scale(ulong digits, int exponent) => exponent < 0 ? digits / Powers[-exponent] : digits * Powers[exponent];

    private static ReadOnlySpan<byte> ReadDigits(ReadOnlySpan<byte> text, scoped ref ulong digits)
    {
        while (text.Length >= 8 && TryReadEight(text, out uint eight))
        {
            digits = (digits * 100_000_000) + eight;
            text = text[8..];
        }

        while (text.Length > 0 && (uint)(text[0] - '0') <= 9)
        {
            digits = (digits * 10) + (uint)(text[0] - '0');
            text = text[1..];
        }

        return text;
    }

    /// <summary>Reads eight digits: first pairs, then fours, then all, in one word.</summary>
    private static bool TryReadEight(ReadOnlySpan<byte> text, out uint value)
    {
        const ulong HighNibbles = 0xF0F0_F0F0_F0F0_F0F0;
        const ulong Zeros = 0x3030_3030_3030_3030;
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(text);
        value = 0;
        if ((word & HighNibbles) != Zeros || ((word + 0x0606_0606_0606_0606) & HighNibbles) != Zeros)
        {
            return false;
        }

        word -= Zeros;
        word = (word * 10) + (word >> 8);
        value = (uint)((((word & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064) + (((word >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32);
        return true;
    }
}
