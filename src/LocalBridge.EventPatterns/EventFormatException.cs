namespace LocalBridge.EventPatterns;

/// <summary>The exception thrown when bytes handed to a matcher are not a readable event: not UTF-8, not JSON, not an object, or nested too deeply.</summary>
/// <remarks>The message is <see cref="EventFormatError.Message"/>.</remarks>
public sealed class EventFormatException : Exception
{
    /// <summary>Initializes a new instance for the given error.</summary>
    /// <param name="error">What is wrong with the event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public EventFormatException(EventFormatError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message)
    {
        Error = error;
    }

    /// <summary>Gets what is wrong with the event, as a value.</summary>
    public EventFormatError Error { get; }

    /// <inheritdoc cref="EventFormatError.Offset"/>
    public int Offset => Error.Offset;

    /// <inheritdoc cref="EventFormatError.Line"/>
    public int Line => Error.Line;

    /// <inheritdoc cref="EventFormatError.Column"/>
    public int Column => Error.Column;
}
