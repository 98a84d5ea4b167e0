namespace LocalBridge.Json.Reading;

/// <summary>Represents the error that a text is not JSON.</summary>
public sealed class JsonParseException : FormatException
{
    /// <summary>Initializes a new instance of the <see cref="JsonParseException"/> class.</summary>
    /// <param name="error">The fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public JsonParseException(JsonParseError error)
        : base(error?.ToString())
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Gets the fault and its place.</summary>
    public JsonParseError Error { get; }
}
