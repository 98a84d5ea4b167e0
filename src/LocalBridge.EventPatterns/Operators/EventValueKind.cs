namespace LocalBridge.EventPatterns.Operators;

/// <summary>The kinds of value a field can have. Objects and arrays are not values: they are looked through.</summary>
internal enum EventValueKind : byte
{
    /// <summary>A string.</summary>
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
