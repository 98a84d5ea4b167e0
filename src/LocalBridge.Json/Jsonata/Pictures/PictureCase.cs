namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Names the letter cases a picture can ask for.</summary>
internal enum PictureCase
{
    /// <summary>Lower case.</summary>
    Lower,

    /// <summary>Upper case.</summary>
    Upper,

    /// <summary>A capital in front of each word.</summary>
    Title,
}
