namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Names what a part of a date can look like.</summary>
internal enum DateTextShape
{
    /// <summary>A fixed text.</summary>
    Literal,

    /// <summary>Digits 0 to 9, perhaps with an ordinal ending.</summary>
    Digits,

    /// <summary>Letters A to Z.</summary>
    Letters,

    /// <summary>The letters of Roman numerals.</summary>
    Roman,

    /// <summary>English number words.</summary>
    Words,

    /// <summary>A sign and digits, perhaps parted by a separator.</summary>
    Zone,
}
