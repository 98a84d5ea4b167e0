using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Writes one marker of a date picture.</summary>
internal static class DatePartWriter
{
    internal static void Append(ref DefaultInterpolatedStringHandler text, DatePart part, in DateFields date, TimeZoneOffset zone)
    {
        switch (part.Component)
        {
            case 'Z' or 'z':
                text.AppendLiteral(FormatZone(part, zone));
                break;
            case 'P':
                text.AppendLiteral(part.Names == PictureCase.Upper ? (date.IsAfternoon ? "PM" : "AM") : date.IsAfternoon ? "pm" : "am");
                break;
            case 'C' or 'E':
                text.AppendLiteral("ISO");
                break;
            default:
                AppendNumber(ref text, part, date);
                break;
        }
    }

    private static void AppendNumber(ref DefaultInterpolatedStringHandler text, DatePart part, in DateFields date)
    {
        if (!DatePart.IntegerComponents.Contains(part.Component, StringComparison.Ordinal))
        {
            // The reference only refuses an unknown component without a presentation; else it writes what it finds there.
            text.AppendLiteral("undefined");
            return;
        }

        double value = date.Get(part.Component);
        if (part.Names is not null)
        {
            text.AppendLiteral(FormatName(part, value));
            return;
        }

        if (part.YearModulus != 0)
        {
            value %= part.YearModulus;
        }

        // The usual picture of few plain digits needs no text of its own.
        if (part.PlainDigits >= 0 && value >= 0)
        {
            AppendPlain(ref text, (int)value, part.PlainDigits);
        }
        else
        {
            text.AppendLiteral(part.Integer!.Format(value));
        }
    }

    private static void AppendPlain(ref DefaultInterpolatedStringHandler text, int value, int digits)
    {
        Span<char> buffer = stackalloc char[IntegerPicture.MostPlainDigits];
        int at = buffer.Length;
        while (value > 0 || buffer.Length - at < digits)
        {
            (value, int digit) = Math.DivRem(value, 10);
            buffer[--at] = (char)('0' + digit);
        }

        text.AppendFormatted(buffer[at..]);
    }

    private static string FormatName(DatePart part, double value)
    {
        if (DateNames.Of(part.Component) is not { } names)
        {
            throw LibraryFault.Create("D3133", part.Component.ToString());
        }

        if (double.IsNaN(value))
        {
            // What the reference writes, or fails with, where the moment is no date.
            return part is { Names: PictureCase.Title, MaximumWidth: null } ? "undefined" : throw LibraryFault.Create("D3110", value);
        }

        string name = names[(int)value - 1];
        return part.Cut(part.Names switch
        {
            PictureCase.Upper => name.ToUpperInvariant(),
            PictureCase.Lower => name.ToLowerInvariant(),
            _ => name,
        });
    }

    private static string FormatZone(DatePart part, TimeZoneOffset zone)
    {
        double offset = zone.Combined;
        string text = FormatOffset(part, zone);
        text = offset >= 0 ? "+" + text : text;
        text = part.Component == 'z' ? "GMT" + text : text;
        return offset == 0 && part.HasTraditionalZone ? "Z" : text;
    }

    private static string FormatOffset(DatePart part, TimeZoneOffset zone)
    {
        IntegerPicture integer = part.Integer!;
        if (part.IsZoneRegular)
        {
            return integer.Format(zone.Combined);
        }

        switch (integer.MandatoryDigits)
        {
            case 1 or 2:
                string hours = integer.Format(zone.Hours);
                return zone.Minutes != 0 ? $"{hours}:{FormatMinutes(zone.Minutes)}" : hours;
            case 3 or 4:
                return integer.Format(zone.Combined);
            default:
                throw double.IsNaN(integer.MandatoryDigits) ? LibraryFault.Create("D3134") : LibraryFault.Create("D3134", integer.MandatoryDigits);
        }
    }

    private static string FormatMinutes(double minutes)
    {
        string digits = EcmaNumber.ToText(Math.Abs(minutes)).PadLeft(2, '0');
        return minutes < 0 ? "-" + digits : digits;
    }
}
