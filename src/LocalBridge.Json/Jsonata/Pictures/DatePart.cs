namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents a part of the picture of a date: a literal, or a marker such as <c>[M01]</c>.</summary>
internal sealed class DatePart
{
    /// <summary>The letters of the components that are integers and may be written by an integer picture.</summary>
    internal const string IntegerComponents = "YMDdFWwXxHhmsf";

    private readonly IntegerPicture? _integer;
    private readonly int _plainDigits = -1;

    /// <summary>Gets the text of a literal; <see langword="null"/> for a marker.</summary>
    internal string? Literal { get; init; }

    /// <summary>Gets the letter of the component.</summary>
    internal char Component { get; init; }

    /// <summary>Gets the case of a name; <see langword="null"/> where no name is asked for.</summary>
    internal PictureCase? Names { get; init; }

    /// <summary>Gets how a number or time zone is written; <see langword="null"/> where none is.</summary>
    internal IntegerPicture? Integer
    {
        get => _integer;
        init
        {
            _integer = value;
            _plainDigits = value?.PlainDigits ?? -1;
        }
    }

    /// <summary>Gets the greatest width; <see langword="null"/> where none is given, NaN where it is no number.</summary>
    internal double? MaximumWidth { get; init; }

    /// <summary>Gets the power of ten that the year is divided by to show its last digits; zero where all are shown.</summary>
    internal double YearModulus { get; init; }

    /// <summary>Gets how many digits a number has at least that is written plainly; -1 where it is not.</summary>
    internal int PlainDigits => _plainDigits;

    /// <summary>Gets whether <c>t</c> was given: time zone zero is written as Z.</summary>
    internal bool HasTraditionalZone { get; init; }

    /// <summary>Gets how many digits are read; zero for as many as there are. It is fixed where the next part is a number too.</summary>
    internal int ReadWidth { get; private set; }

    /// <summary>Gets whether a time zone is written with a separator that repeats.</summary>
    internal bool IsZoneRegular => Integer!.RegularDistance > 0;

    /// <summary>Fixes the number of digits to read, while the picture is read.</summary>
    internal void FixReadWidth() =>
        ReadWidth = Integer is { } integer && integer.MandatoryDigits > 0 ? (int)Math.Min(integer.MandatoryDigits, int.MaxValue) : 0;

    /// <summary>Cuts a name to the greatest width.</summary>
    internal string Cut(string name) => MaximumWidth < name.Length ? name[..(int)Math.Max(MaximumWidth.Value, 0)] : name;
}
