namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>$formatBase: an integer in base 2 to 36.</summary>
internal static class RadixFormatter
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // The largest double has 1024 binary digits.
    private const int Longest = 1100;

    /// <summary>Writes the value, rounded half to even, in a base.</summary>
    /// <exception cref="JsonataException">D3100: the base is not between 2 and 36.</exception>
    internal static string Format(double value, double radix = 10)
    {
        value = Rounding.Round(value);
        radix = Rounding.Round(radix);
        if (radix is < 2 or > 36)
        {
            throw LibraryFault.Create("D3100", radix);
        }

        return radix == 10 || !double.IsFinite(value) ? EcmaNumber.ToText(value) : FormatInteger(value, (int)radix);
    }

    private static string FormatInteger(double value, int radix)
    {
        Span<char> buffer = stackalloc char[Longest];
        int at = buffer.Length;
        double rest = Math.Abs(value);

        // Digits smaller than the distance to the next double are not known: JavaScript engines write zeros for them.
        double uncertainty = (Math.BitIncrement(rest) - rest) / 2;
        while (uncertainty >= radix)
        {
            rest /= radix;
            uncertainty /= radix;
            buffer[--at] = '0';
        }

        do
        {
            double digit = rest % radix;
            buffer[--at] = Digits[(int)digit];
            rest = (rest - digit) / radix;
        }
        while (rest > 0);

        if (value < 0)
        {
            buffer[--at] = '-';
        }

        return new string(buffer[at..]);
    }
}
