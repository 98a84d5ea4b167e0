namespace LocalBridge.Json.Paths;

/// <summary>Represents the error that a path names nothing in a value, or cannot be applied to it.</summary>
public sealed class JsonPathException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="JsonPathException"/> class.</summary>
    /// <param name="text">The text of the path.</param>
    /// <param name="error">The fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public JsonPathException(string text, JsonPathError error)
        : base($"Invalid path '{text}' : {error?.Message}")
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Gets the fault.</summary>
    public JsonPathError Error { get; }
}
