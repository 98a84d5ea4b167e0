namespace LocalBridge.Json.Paths;

/// <summary>Represents the error that a text is not a path of the Step Functions dialect.</summary>
public sealed class JsonPathSyntaxException : FormatException
{
    /// <summary>Initializes a new instance of the <see cref="JsonPathSyntaxException"/> class.</summary>
    /// <param name="text">The text that is not a path.</param>
    /// <param name="error">The fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public JsonPathSyntaxException(string text, JsonPathError error)
        : base($"Invalid path '{text}' at character {error?.Position}: {error?.Message}")
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Gets the fault and its place.</summary>
    public JsonPathError Error { get; }
}
