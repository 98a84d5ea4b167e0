namespace LocalBridge.Json.Jsonata.Signatures;

/// <summary>Names the kinds of values a signature tells apart.</summary>
[Flags]
internal enum ParameterKinds
{
    None = 0,
    Missing = 1,
    String = 2,
    Number = 4,
    Boolean = 8,
    Null = 16,
    Object = 32,
    Array = 64,
    Function = 128,

    /// <summary>Every kind but a function.</summary>
    Json = Missing | String | Number | Boolean | Null | Object | Array,

    /// <summary>Every kind.</summary>
    Any = Json | Function,
}
