namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names how the items in an object are written (<c>InputType</c>).</summary>
public enum ItemFormat
{
    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>Lines, each a JSON value.</summary>
    JsonLines,

    /// <summary>Rows of fields; each row is an object of strings.</summary>
    Csv,

    /// <summary>A list of other objects that hold the items.</summary>
    Manifest,
}
