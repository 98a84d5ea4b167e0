namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Names the ways in which a picture writes an integer.</summary>
internal enum IntegerStyle
{
    /// <summary>Digits.</summary>
    Decimal,

    /// <summary>Letters as spreadsheets number columns.</summary>
    Letters,

    /// <summary>Roman numerals.</summary>
    Roman,

    /// <summary>English words.</summary>
    Words,

    /// <summary>A numbering sequence, which no picture of this library supports: using it is D3130.</summary>
    Sequence,
}
