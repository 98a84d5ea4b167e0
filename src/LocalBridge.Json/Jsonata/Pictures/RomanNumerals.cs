using System.Text;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Writes and reads Roman numerals.</summary>
internal static class RomanNumerals
{
    // Numerals above this are rows of thousands of the letter M; the reference runs out of stack there.
    private const double Largest = 10_000_000;

    private static readonly (double Value, string Numeral)[] Numerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>Returns an integer that is not negative in lower case; zero is the empty text.</summary>
    internal static string Format(double value)
    {
        if (value > Largest)
        {
            throw FailureCodes.TooLarge();
        }

        var text = new StringBuilder();
        foreach ((double worth, string numeral) in Numerals)
        {
            for (; value >= worth; value -= worth)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }

    /// <summary>Reads numerals in upper case.</summary>
    /// <returns>NaN where a letter is no numeral.</returns>
    internal static double Parse(ReadOnlySpan<char> text)
    {
        double sum = 0;
        double largest = 1;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            double value = ValueOf(text[i]);
            if (double.IsNaN(value))
            {
                return value;
            }

            // A numeral left of a larger one is taken away.
            sum += value < largest ? -value : value;
            largest = Math.Max(largest, value);
        }

        return sum;
    }

    private static double ValueOf(char letter) => letter switch
    {
        'M' => 1000,
        'D' => 500,
        'C' => 100,
        'L' => 50,
        'X' => 10,
        'V' => 5,
        'I' => 1,
        _ => double.NaN,
    };
}
