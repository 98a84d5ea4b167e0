namespace LocalBridge.Json.Paths;

/// <summary>Specifies why a path could not be read or evaluated.</summary>
public enum JsonPathErrorKind
{
    /// <summary>The text is not a path: a definition that holds it is refused.</summary>
    Syntax,

    /// <summary>Nothing is there.</summary>
    NotFound,

    /// <summary>A step was applied to a value that it cannot be applied to.</summary>
    Invalid,
}
