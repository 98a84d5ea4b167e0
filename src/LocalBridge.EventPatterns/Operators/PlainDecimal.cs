using System.Buffers.Binary;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>A number of at most 19 digits written without an exponent, as nearly all are.</summary>
/// <param name="IsNegative">Whether there is a sign.</param>
/// <param name="Digits">The significant digits, without zeros at the end.</param>
/// <param name="Exponent">The power of ten they are to be multiplied with.</param>
internal readonly record struct PlainDecimal(bool IsNegative, ulong Digits, int Exponent)
{
    /// <summary>The largest power of ten that is a double.</summary>
    public const int ExactPower = 22;

    private const int MostDigits = 19;

    private static ReadOnlySpan<double> Powers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a number, eight digits at a time.</summary>
    /// <returns>False if it has an exponent or too many digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out PlainDecimal number)
    {
        bool isNegative = text is [(byte)'-', ..];
        ulong digits = 0;
        int exponent = 0;
        number = default;
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

        number = new PlainDecimal(isNegative, digits, exponent);
        return true;
    }

    /// <summary>The absolute value, if there are at most 15 digits and a power of ten up to <see cref="ExactPower"/>: both are doubles, so it is the nearest one.</summary>
    public double Scale() => Exponent < 0 ? Digits / Powers[-Exponent] : Digits * Powers[Exponent];

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
