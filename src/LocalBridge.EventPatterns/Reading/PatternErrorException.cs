namespace LocalBridge.EventPatterns.Reading;

/// <summary>Carries an error from the depth of the reader to the entry point; never seen outside.</summary>
internal sealed class PatternErrorException(EventPatternError error) : Exception(error.Message)
{
    public EventPatternError Error { get; } = error;
}
