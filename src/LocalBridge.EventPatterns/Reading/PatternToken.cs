namespace LocalBridge.EventPatterns.Reading;

/// <summary>The kinds of token in a pattern's text.</summary>
internal enum PatternToken
{
    /// <summary>No token yet.</summary>
    None,

    /// <summary>The end of the text, outside any object or array.</summary>
    EndOfText,

    /// <summary>An opening brace.</summary>
    StartObject,

    /// <summary>A closing brace.</summary>
    EndObject,

    /// <summary>An opening bracket.</summary>
    StartArray,

    /// <summary>A closing bracket.</summary>
    EndArray,

    /// <summary>A field name with its colon.</summary>
    FieldName,

    /// <summary>A string value.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The literal true.</summary>
    True,

    /// <summary>The literal false.</summary>
    False,

    /// <summary>The literal null.</summary>
    Null,
}
