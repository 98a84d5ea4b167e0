using System.Globalization;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>$round: half to even, with the decimal point moved in the text so that 1.005 with two places is not cut short by binary fractions.</summary>
internal static class Rounding
{
    /// <summary>Rounds to an integer, half to even; never -0.</summary>
    internal static double Round(double value)
    {
        // Math.round of ECMAScript, exact where adding 0.5 would not be.
        double floor = Math.Floor(value);
        double result = value - floor >= 0.5 ? floor + 1 : floor;
        if (Math.Abs(result - value) == 0.5 && Math.Abs(result % 2) == 1)
        {
            result--;
        }

        return result == 0 ? 0 : result;
    }

    /// <summary>Rounds to a number of decimal places; negative ones round to tens, hundreds …</summary>
    /// <returns>NaN where <paramref name="precision"/> is no integer, as the reference.</returns>
    internal static double Round(double value, double precision)
    {
        if (precision == 0 || double.IsNaN(precision))
        {
            return Round(value);
        }

        if (Math.Truncate(precision) != precision)
        {
            return double.NaN;
        }

        double result = Shift(Round(Shift(value, precision)), -precision);
        return result == 0 ? 0 : result;
    }

    // The exponent is changed in the decimal text; multiplying by a power of ten would round twice.
    private static double Shift(double value, double places)
    {
        if (!double.IsFinite(value))
        {
            return double.NaN;
        }

        Span<byte> text = stackalloc byte[NumberFormatter.MaximumLength * 2];
        int length = NumberFormatter.Format(value, text);
        int exponentAt = text[..length].IndexOf((byte)'e');
        if (exponentAt >= 0)
        {
            places += int.Parse(text[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            length = exponentAt;
        }

        // Beyond this every double is zero or infinite already, and the text of the exponent stays short.
        int exponent = (int)Math.Clamp(places, -9_999, 9_999);
        text[length++] = (byte)'e';
        _ = exponent.TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        return double.Parse(text[..(length + written)], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
