namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Names how the value of a stored field is written.</summary>
internal enum WireType
{
    /// <summary>A signed number of variable length.</summary>
    Number = 0,

    /// <summary>A length and UTF-8.</summary>
    Text = 1,

    /// <summary>A length and JSON text.</summary>
    Json = 2,
}
