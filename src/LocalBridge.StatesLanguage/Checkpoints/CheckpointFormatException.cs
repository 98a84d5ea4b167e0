namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>The exception that is thrown when stored bytes are not what this version of LocalBridge, or this definition, can read.</summary>
public sealed class CheckpointFormatException : Exception
{
    internal CheckpointFormatException(string message)
        : base(message)
    {
    }

    internal CheckpointFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static CheckpointFormatException Truncated() => new("The stored bytes end too early: they are damaged.");

    internal static CheckpointFormatException UnknownTag(int tag, string what) =>
        new($"The stored {what} has a field {tag}, which this version of LocalBridge does not know: a later version wrote it, or it is damaged.");
}
