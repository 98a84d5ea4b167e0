namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>
/// Recognises a number with up to four decimal places, such as a price, and writes it without looking for the shortest digits: where an
/// integer divided by a power of ten gives the number again, that decimal fraction is its shortest text.
/// </summary>
internal static class ShortDecimal
{
    // Below this bound the integer has at most 15 digits, and no two such fractions share a double.
    private const double Largest = 1e15;

    // ECMAScript writes numbers below this one with an exponent.
    private const double Smallest = 1e-6;
    private const int LongestText = 20;

    internal static bool Is(double value) => TryScale(value, out _, out _);

    /// <summary>Returns the text; <see langword="null"/> where the number is none of these.</summary>
    internal static string? TryFormat(double value)
    {
        if (!TryScale(value, out long digits, out int places))
        {
            return null;
        }

        Span<char> text = stackalloc char[LongestText];
        int at = text.Length;
        ulong rest = (ulong)Math.Abs(digits);
        for (int i = 0; i < places || rest > 0 || i == places; i++)
        {
            if (i == places && places > 0)
            {
                text[--at] = '.';
            }

            (rest, ulong digit) = Math.DivRem(rest, 10);
            text[--at] = (char)('0' + digit);
        }

        if (digits < 0)
        {
            text[--at] = '-';
        }

        return new string(text[at..]);
    }

    // The fewest places that do, so that the text has no zero at its end.
    private static bool TryScale(double value, out long digits, out int places)
    {
        digits = 0;
        places = 0;
        if (!(Math.Abs(value) is >= Smallest and < Largest))
        {
            return false;
        }

        double power = 1;
        for (; places <= 4; places++, power *= 10)
        {
            double scaled = value * power;
            if (!(Math.Abs(scaled) < Largest))
            {
                return false;
            }

            double rounded = Math.Round(scaled);
            if (rounded / power == value)
            {
                digits = (long)rounded;
                return true;
            }
        }

        return false;
    }
}
