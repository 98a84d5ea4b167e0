using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents the parsed picture of a date: $fromMillis, $toMillis and $now with a picture.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once. Parse a picture once, then format and read many dates.</remarks>
internal sealed class DatePicture
{
    private const int FirstCapacity = 128;

    private readonly ImmutableArray<DatePart> _parts;
    private DateReader? _reader;

    private DatePicture(ImmutableArray<DatePart> parts) => _parts = parts;

    /// <summary>Gets the picture of $fromMillis without a picture.</summary>
    internal static DatePicture Iso { get; } = Parse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");

    /// <summary>Reads a picture.</summary>
    /// <exception cref="JsonataException">D3135: a bracket is not closed; D3132: a component is unknown; D3131: digits of two families.</exception>
    internal static DatePicture Parse(string picture) => new(DatePictureReader.Read(picture));

    /// <summary>Writes a moment.</summary>
    /// <param name="milliseconds">The milliseconds since 1970.</param>
    /// <param name="timeZone">The time zone such as <c>-0500</c>; UTC where <see langword="null"/>.</param>
    /// <exception cref="JsonataException">D3130, D3133, D3134: the picture asks for what cannot be written.</exception>
    internal string Format(double milliseconds, string? timeZone = null)
    {
        var zone = TimeZoneOffset.Parse(timeZone);
        var date = new DateFields(milliseconds + zone.Milliseconds);
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[FirstCapacity]);
        foreach (DatePart part in _parts)
        {
            if (part.Literal is { } literal)
            {
                text.AppendLiteral(literal);
            }
            else
            {
                DatePartWriter.Append(ref text, part, date, zone);
            }
        }

        return text.ToStringAndClear();
    }

    /// <summary>Reads a moment.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The milliseconds of the moment that fills in larger parts which the picture does not have.</param>
    /// <returns>The milliseconds since 1970; NaN where the parts make no date; <see langword="null"/> where the text does not fit the picture.</returns>
    /// <exception cref="JsonataException">D3136: parts are missing between others, or are of the kinds that cannot be read; D3130, D3133.</exception>
    internal double? Read(string text, double now) => (_reader ??= new DateReader(_parts)).Read(text, now);
}
