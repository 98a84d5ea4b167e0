namespace LocalBridge.EventPatterns;

/// <summary>Describes why bytes are not a readable event.</summary>
/// <remarks>Immutable and safe to share between threads. Compared by value.</remarks>
public sealed record EventFormatError
{
    internal EventFormatError(string reason, int offset, int line, int column)
    {
        Reason = reason;
        Offset = offset;
        Line = line;
        Column = column;
    }

    /// <summary>Gets what was found and what was expected, without the place.</summary>
    public string Reason { get; }

    /// <summary>Gets the place as an offset in bytes, from 0.</summary>
    public int Offset { get; }

    /// <summary>Gets the place as a line, from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the place as a column in the line, from 1, in bytes.</summary>
    public int Column { get; }

    /// <summary>Gets the reason together with the place.</summary>
    public string Message => $"The event cannot be read: {Reason} (line {Line}, column {Column}, byte offset {Offset}).";

    /// <inheritdoc/>
    public override string ToString() => Message;
}
