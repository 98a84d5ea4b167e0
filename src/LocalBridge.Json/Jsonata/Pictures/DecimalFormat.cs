namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Holds the characters with which a number picture is written and a number is formatted (XPath and XQuery Functions 3.1, section 4.7.1).</summary>
internal sealed record DecimalFormat
{
    internal static DecimalFormat Default { get; } = new();

    internal string DecimalSeparator { get; private init; } = ".";

    internal string GroupingSeparator { get; private init; } = ",";

    internal string ExponentSeparator { get; private init; } = "e";

    internal string MinusSign { get; private init; } = "-";

    internal string Percent { get; private init; } = "%";

    internal string PerMille { get; private init; } = "\u2030";

    internal string ZeroDigit { get; private init; } = "0";

    internal string Digit { get; private init; } = "#";

    internal string PatternSeparator { get; private init; } = ";";

    /// <summary>Returns the character of a digit.</summary>
    internal char DigitOf(int value) => (char)(ZeroDigit[0] + value);

    /// <summary>Tells whether a character is a digit, mandatory in a picture.</summary>
    internal bool IsDigit(char character) => character >= ZeroDigit[0] && character <= ZeroDigit[0] + 9;

    /// <summary>Tells whether a character has a meaning in a picture, and is no text to be written as it stands.</summary>
    internal bool IsActive(char character) => IsDigit(character)
        || Is(character, DecimalSeparator) || Is(character, ExponentSeparator) || Is(character, GroupingSeparator) || Is(character, Digit)
        || Is(character, PatternSeparator);

    /// <summary>Tells whether a character is the one given.</summary>
    internal static bool Is(char character, string expected) => expected.Length == 1 && expected[0] == character;

    /// <summary>Reads the options of $formatNumber; members with other names mean nothing.</summary>
    /// <exception cref="JsonataException">T0410: an option is no string, or the zero digit is empty.</exception>
    internal static DecimalFormat From(JsonObject options)
    {
        DecimalFormat format = Default;
        foreach (KeyValuePair<string, JsonValue> option in options)
        {
            format = format.With(option.Key, option.Value);
        }

        return format;
    }

    private DecimalFormat With(string name, JsonValue value) => name switch
    {
        "decimal-separator" => this with { DecimalSeparator = Text(value) },
        "grouping-separator" => this with { GroupingSeparator = Text(value) },
        "exponent-separator" => this with { ExponentSeparator = Text(value) },
        "minus-sign" => this with { MinusSign = Text(value) },
        "percent" => this with { Percent = Text(value) },
        "per-mille" => this with { PerMille = Text(value) },
        "zero-digit" => this with { ZeroDigit = Text(value) is { Length: > 0 } zero ? zero : throw LibraryFault.Create("T0410", value, index: 3) },
        "digit" => this with { Digit = Text(value) },
        "pattern-separator" => this with { PatternSeparator = Text(value) },
        _ => this,
    };

    private static string Text(JsonValue value) =>
        value.TryGetString(out string? text) ? text : throw LibraryFault.Create("T0410", value, index: 3);
}
