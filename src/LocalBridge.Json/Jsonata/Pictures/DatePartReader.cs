using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Knows what a part of a date picture may look like in a text, and what value it has.</summary>
internal sealed class DatePartReader
{
    private readonly DatePart _part;
    private readonly string[]? _names;

    private DatePartReader(DatePart part, DateTextShape shape, string[]? names = null)
    {
        _part = part;
        _names = names;
        Shape = shape;
    }

    /// <summary>Gets what the part looks like.</summary>
    internal DateTextShape Shape { get; }

    /// <summary>Gets the letter of the component; zero for a literal.</summary>
    internal char Component => _part.Component;

    /// <summary>Gets the text of a literal, or the separator of a time zone.</summary>
    internal string? Text => _part.Literal ?? (Shape == DateTextShape.Zone && _part.IsZoneRegular ? _part.Integer!.Separators[0].Text : null);

    /// <summary>Gets whether a time zone begins with GMT.</summary>
    internal bool HasGmt => _part.Component == 'z';

    /// <summary>Gets how many digits there are; zero for any number.</summary>
    internal int Width => Shape == DateTextShape.Digits && Component != 'f' ? _part.ReadWidth : 0;

    /// <summary>Gets whether digits end in st, nd, rd or th.</summary>
    internal bool IsOrdinal => Shape == DateTextShape.Digits && Component != 'f' && _part.Integer!.IsOrdinal;

    /// <exception cref="JsonataException">D3130: a numbering sequence; D3133: a name where there is none.</exception>
    internal static DatePartReader Create(DatePart part)
    {
        if (part.Literal is not null)
        {
            return new DatePartReader(part, DateTextShape.Literal);
        }

        if (part.Component is 'Z' or 'z')
        {
            return new DatePartReader(part, DateTextShape.Zone);
        }

        if (part.Component == 'f')
        {
            return new DatePartReader(part, DateTextShape.Digits);
        }

        if (part.Integer is { } integer)
        {
            return new DatePartReader(part, integer.Style switch
            {
                IntegerStyle.Letters => DateTextShape.Letters,
                IntegerStyle.Roman => DateTextShape.Roman,
                IntegerStyle.Words => DateTextShape.Words,
                IntegerStyle.Decimal => DateTextShape.Digits,
                _ => throw LibraryFault.Create("D3130", integer.Token),
            });
        }

        string[]? names = part.Component == 'P' ? [] : DateNames.Of(part.Component);
        if (names is null)
        {
            throw LibraryFault.Create("D3133", part.Component == '\0' ? string.Empty : part.Component.ToString());
        }

        return new DatePartReader(part, DateTextShape.Letters, part.MaximumWidth > 0 ? Array.ConvertAll(names, part.Cut) : names);
    }

    /// <summary>Returns the value; <see langword="null"/> for a name that is none of the component's.</summary>
    internal double? Read(ReadOnlySpan<char> text)
    {
        if (Shape == DateTextShape.Zone)
        {
            return ReadZone(HasGmt ? text[3..] : text);
        }

        if (Component == 'f')
        {
            return EcmaNumber.ToNumber(string.Concat("0.", text[..Math.Min(text.Length, 3)])) * 1000;
        }

        if (_names is null)
        {
            return _part.Integer!.Zero == DigitFamily.Ascii && _part.Integer.Style == IntegerStyle.Decimal && !_part.Integer.IsOrdinal
                ? EcmaNumber.ParseInteger(text)
                : _part.Integer.Read(text.ToString());
        }

        if (Component == 'P')
        {
            return text is "am" or "AM" ? 0 : text is "pm" or "PM" ? 1 : null;
        }

        // Of names that are alike when cut, the last one counts.
        for (int i = _names.Length - 1; i >= 0; i--)
        {
            if (text.SequenceEqual(_names[i]))
            {
                return i + 1;
            }
        }

        return null;
    }

    private double ReadZone(ReadOnlySpan<char> text)
    {
        int hours = Text is { } separator ? text.IndexOf(separator, StringComparison.Ordinal) : Math.Min(text.Length, 3);
        double minutes = hours < text.Length ? EcmaNumber.ParseInteger(text[(hours + (Text?.Length ?? 0))..]) : 0;
        return (EcmaNumber.ParseInteger(text[..hours]) * 60) + minutes;
    }
}
