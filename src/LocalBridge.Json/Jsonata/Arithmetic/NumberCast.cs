namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>$number for strings: decimal numbers as JSON writes them, and 0x, 0o and 0b integers.</summary>
internal static class NumberCast
{
    /// <summary>Reads a number.</summary>
    /// <returns><see langword="false"/> where the text is none (D3030). NaN is possible, see the remark in the body.</returns>
    internal static bool TryParse(string text, out double value)
    {
        if (IsDecimal(text))
        {
            value = double.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
            return double.IsFinite(value);
        }

        // The reference's pattern is anchored at the start for hexadecimal, not at all for octal and at the end for binary
        // numbers; what slips through, such as '0x1z', becomes NaN there.
        bool looksLikeRadix = StartsWithHexadecimal(text) || ContainsOctal(text) || EndsWithBinary(text);
        value = looksLikeRadix ? EcmaNumber.ToNumber(text) : double.NaN;
        return looksLikeRadix;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] == '-')
        {
            text = text[1..];
        }

        if (!SkipDigits(ref text))
        {
            return false;
        }

        if (text.Length > 0 && text[0] == '.')
        {
            text = text[1..];
            if (!SkipDigits(ref text))
            {
                return false;
            }
        }

        if (text.Length > 0 && text[0] is 'e' or 'E')
        {
            text = text[1..];
            if (text.Length > 0 && text[0] is '+' or '-')
            {
                text = text[1..];
            }

            if (!SkipDigits(ref text))
            {
                return false;
            }
        }

        return text.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        text = text[digits..];
        return digits > 0;
    }

    private static bool StartsWithHexadecimal(string text) =>
        text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X' && char.IsAsciiHexDigit(text[2]);

    private static bool ContainsOctal(string text)
    {
        for (int i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '0' && text[i + 1] is 'o' or 'O' && text[i + 2] is >= '0' and <= '7')
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithBinary(string text)
    {
        int digits = text.AsSpan().TrimEnd("01").Length;
        return digits < text.Length && digits > 1 && text[digits - 1] is 'b' or 'B' && text[digits - 2] == '0';
    }
}
