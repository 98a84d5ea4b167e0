namespace LocalBridge.EventPatterns;

/// <summary>The exception thrown for a text that is not a valid event pattern: Amazon EventBridge's <c>InvalidEventPatternException</c>.</summary>
/// <remarks>The message is <see cref="EventPatternError.Message"/>.</remarks>
public sealed class EventPatternException : Exception
{
    /// <summary>Initializes a new instance for the given error.</summary>
    /// <param name="error">What is wrong with the pattern.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public EventPatternException(EventPatternError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message)
    {
        Error = error;
    }

    /// <summary>Gets what is wrong with the pattern, as a value.</summary>
    public EventPatternError Error { get; }

    /// <inheritdoc cref="EventPatternError.Reason"/>
    public string Reason => Error.Reason;

    /// <inheritdoc cref="EventPatternError.Line"/>
    public int? Line => Error.Line;

    /// <inheritdoc cref="EventPatternError.Column"/>
    public int? Column => Error.Column;
}
