using System.Collections.Immutable;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Reads the picture of a date (XPath and XQuery Functions 3.1, section 9.8.4): literals, and markers in brackets.</summary>
internal static class DatePictureReader
{
    /// <exception cref="JsonataException">D3135: a bracket is not closed; D3132: a component is unknown; D3131: digits of two families.</exception>
    internal static ImmutableArray<DatePart> Read(string picture)
    {
        ImmutableArray<DatePart>.Builder parts = ImmutableArray.CreateBuilder<DatePart>();
        int start = 0;
        int at = 0;
        while (at < picture.Length)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(parts, picture[start..at]);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                parts.Add(new DatePart { Literal = "[" });
                at += 2;
                start = at;
                continue;
            }

            int end = picture.IndexOf(']', at);
            if (end < 0)
            {
                throw LibraryFault.Create("D3135");
            }

            DatePart part = ReadMarker(WithoutWhiteSpace(picture[(at + 1)..end]));
            bool isInteger = part is { Names: null, Integer: not null } && DatePart.IntegerComponents.Contains(part.Component, StringComparison.Ordinal);
            if (isInteger && parts.Count > 0)
            {
                parts[^1].FixReadWidth();
            }

            parts.Add(part);
            at = end + 1;
            start = at;
        }

        AddLiteral(parts, picture[start..]);
        return parts.ToImmutable();
    }

    private static void AddLiteral(ImmutableArray<DatePart>.Builder parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new DatePart { Literal = text.Replace("]]", "]", StringComparison.Ordinal) });
        }
    }

    private static string WithoutWhiteSpace(string marker) => marker.AsSpan().ContainsAny(EcmaText.WhiteSpaceValues)
        ? string.Concat(marker.Where(static character => !EcmaText.WhiteSpaceValues.Contains(character)))
        : marker;

    private static DatePart ReadMarker(string marker)
    {
        char component = marker.Length > 0 ? marker[0] : '\0';
        int comma = marker.LastIndexOf(',');
        string presentation = comma < 0 ? marker[Math.Min(1, marker.Length)..] : marker[Math.Min(1, comma)..comma];
        (double? minimum, double? maximum) = comma < 0 ? default : ReadWidths(marker[(comma + 1)..]);
        char modifier = '\0';
        if (presentation.Length > 1 && presentation[^1] is 'a' or 't' or 'c' or 'o')
        {
            modifier = presentation[^1];
            presentation = presentation[..^1];
        }
        else if (presentation.Length == 0)
        {
            presentation = DefaultPresentation(component)
                ?? throw LibraryFault.Create("D3132", component == '\0' ? string.Empty : component.ToString());
        }

        PictureCase? names = presentation[0] switch
        {
            'n' => PictureCase.Lower,
            'N' => presentation.Length > 1 && presentation[1] == 'n' ? PictureCase.Title : PictureCase.Upper,
            _ => null,
        };
        bool isZone = component is 'Z' or 'z';
        bool isInteger = names is null && DatePart.IntegerComponents.Contains(component, StringComparison.Ordinal);
        IntegerPicture? integer = isZone ? IntegerPicture.Parse(presentation)
            : isInteger ? IntegerPicture.Parse(modifier == '\0' ? presentation : $"{presentation};{modifier}")
            : null;
        double yearDigits = -1;
        if (isInteger)
        {
            integer = integer!.MandatoryDigits < minimum ? integer.WithMandatoryDigits(minimum.Value) : integer;
            if (component == 'Y')
            {
                (integer, yearDigits) = ReadYear(integer, maximum);
            }
        }

        return new DatePart
        {
            Component = component,
            Names = names,
            Integer = integer,
            MaximumWidth = maximum,
            YearModulus = yearDigits == -1 ? 0 : Math.Pow(10, yearDigits),
            HasTraditionalZone = modifier == 't',
        };
    }

    private static (IntegerPicture Integer, double Digits) ReadYear(IntegerPicture integer, double? maximum)
    {
        if (maximum is { } width)
        {
            return (integer.WithMandatoryDigits(width), width);
        }

        double digits = integer.MandatoryDigits + integer.OptionalDigits;
        return (integer, digits >= 2 ? digits : -1);
    }

    private static (double? Minimum, double? Maximum) ReadWidths(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (ReadWidth(text), null) : (ReadWidth(text[..dash]), ReadWidth(text[(dash + 1)..]));
    }

    private static double? ReadWidth(string text) => text == "*" ? null : EcmaNumber.ParseInteger(text);

    private static string? DefaultPresentation(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'm' or 's' => "01",
        'F' or 'P' or 'C' or 'E' => "n",
        'Z' or 'z' => "01:01",
        _ => null,
    };
}
