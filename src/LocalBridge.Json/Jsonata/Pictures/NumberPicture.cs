using System.Globalization;
using LocalBridge.Json.Jsonata.Arithmetic;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents the parsed picture of a number: $formatNumber.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once. Parse a picture once, then format many numbers.</remarks>
internal sealed class NumberPicture
{
    // As many fraction digits as toFixed of ECMAScript accepts.
    private const int MostFractionDigits = 100;

    // From here on toFixed writes an exponent.
    private const double LargestFixed = 1e21;

    private readonly DecimalFormat _format;
    private readonly NumberSubPicture _positive;
    private readonly NumberSubPicture _negative;

    private NumberPicture(DecimalFormat format, NumberSubPicture positive, NumberSubPicture negative)
    {
        _format = format;
        _positive = positive;
        _negative = negative;
    }

    /// <summary>Reads a picture.</summary>
    /// <exception cref="JsonataException">D3080 to D3093: the picture breaks a rule.</exception>
    internal static NumberPicture Parse(string picture, DecimalFormat? format = null)
    {
        format ??= DecimalFormat.Default;
        (NumberSubPicture positive, NumberSubPicture negative) = NumberPictureReader.Read(picture, format);
        return new NumberPicture(format, positive, negative);
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="JsonataException">U1002: the picture asks for more than a hundred digits of the fraction.</exception>
    internal string Format(double value)
    {
        NumberSubPicture picture = value >= 0 ? _positive : _negative;
        double adjusted = picture.Text.Contains(_format.Percent, StringComparison.Ordinal) ? value * 100
            : picture.Text.Contains(_format.PerMille, StringComparison.Ordinal) ? value * 1000
            : value;
        (double mantissa, int? exponent) = Scale(adjusted, picture);
        string digits = ToDigits(Rounding.Round(mantissa, picture.MaximumFractionDigits), picture.MaximumFractionDigits);
        string number = Group(Pad(digits, picture), picture);
        int point = number.IndexOf(_format.DecimalSeparator, StringComparison.Ordinal);
        if (!picture.Text.Contains(_format.DecimalSeparator, StringComparison.Ordinal) || point == number.Length - 1)
        {
            number = number[..Math.Max(number.Length - 1, 0)];
        }

        return picture.Prefix + number + FormatExponent(exponent, picture) + picture.Suffix;
    }

    private static (double Mantissa, int? Exponent) Scale(double value, NumberSubPicture picture)
    {
        if (picture.MinimumExponentDigits == 0)
        {
            return (value, null);
        }

        double largest = Math.Pow(10, picture.ScalingFactor);
        double smallest = Math.Pow(10, picture.ScalingFactor - 1);
        int exponent = 0;
        if (value != 0 && double.IsFinite(value))
        {
            for (; Math.Abs(value) < smallest; exponent--)
            {
                value *= 10;
            }

            for (; Math.Abs(value) > largest; exponent++)
            {
                value /= 10;
            }
        }

        return (value, exponent);
    }

    // The digits without zeros at either end, the decimal separator always among them.
    private string ToDigits(double value, int fractionDigits)
    {
        string text = Translate(ToFixed(Math.Abs(value), fractionDigits));
        int point = text.IndexOf('.', StringComparison.Ordinal);
        text = point < 0
            ? text + _format.DecimalSeparator
            : string.Concat(text.AsSpan(0, point), _format.DecimalSeparator, text.AsSpan(point + 1));
        return _format.ZeroDigit.Length == 1 ? text.Trim(_format.ZeroDigit[0]) : text;
    }

    private static string ToFixed(double value, int fractionDigits)
    {
        if (fractionDigits > MostFractionDigits)
        {
            throw FailureCodes.TooLarge();
        }

        return value >= LargestFixed || !double.IsFinite(value)
            ? EcmaNumber.ToText(value)
            : value.ToString("F" + fractionDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private string Translate(string digits) => _format.ZeroDigit == "0"
        ? digits
        : string.Concat(digits.Select(digit => char.IsAsciiDigit(digit) ? _format.DigitOf(digit - '0') : digit));

    private string Pad(string digits, NumberSubPicture picture)
    {
        int point = digits.IndexOf(_format.DecimalSeparator, StringComparison.Ordinal);
        int left = picture.MinimumIntegerDigits - point;
        int right = picture.MinimumFractionDigits - (digits.Length - point - 1);
        return Zeros(left) + digits + Zeros(right);
    }

    private string Zeros(int count) => count <= 0 ? string.Empty
        : _format.ZeroDigit.Length == 1 ? new string(_format.ZeroDigit[0], count)
        : string.Concat(Enumerable.Repeat(_format.ZeroDigit, count));

    private string Group(string number, NumberSubPicture picture)
    {
        int point = number.IndexOf(_format.DecimalSeparator, StringComparison.Ordinal);
        if (picture.RegularGroup > 0)
        {
            for (int group = 1; group <= (point - 1) / picture.RegularGroup; group++)
            {
                number = Insert(number, point - (group * picture.RegularGroup));
            }
        }
        else
        {
            foreach (int position in picture.IntegerGroups)
            {
                number = Insert(number, point - position);
                point++;
            }
        }

        point = number.IndexOf(_format.DecimalSeparator, StringComparison.Ordinal);
        foreach (int position in picture.FractionGroups)
        {
            number = Insert(number, position + point + 1);
        }

        return number;
    }

    // A place left of the start counts from the end, as Array.prototype.slice has it.
    private string Insert(string number, int at)
    {
        at = at < 0 ? Math.Max(number.Length + at, 0) : Math.Min(at, number.Length);
        return number.Insert(at, _format.GroupingSeparator);
    }

    private string FormatExponent(int? exponent, NumberSubPicture picture)
    {
        if (exponent is not { } value)
        {
            return string.Empty;
        }

        string digits = Translate(Math.Abs(value).ToString(CultureInfo.InvariantCulture));
        return _format.ExponentSeparator + (value < 0 ? _format.MinusSign : string.Empty) + Zeros(picture.MinimumExponentDigits - digits.Length) + digits;
    }
}
