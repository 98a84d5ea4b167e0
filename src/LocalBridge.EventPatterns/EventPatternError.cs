namespace LocalBridge.EventPatterns;

/// <summary>Describes why a text is not a valid event pattern.</summary>
/// <remarks>Immutable and safe to share between threads. Compared by value.</remarks>
public sealed record EventPatternError
{
    internal EventPatternError(string reason, int? line, int? column, string location)
    {
        Reason = reason;
        Line = line;
        Column = column;
        Message = $"Event pattern is not valid. Reason: {reason}{location}";
    }

    /// <summary>Gets the reason alone, in the words of Amazon EventBridge where it has some: one line, without the location.</summary>
    public string Reason { get; }

    /// <summary>Gets the line (from 1) the parser had reached, or <see langword="null"/> where EventBridge states none (CIDR, complexity and other limits).</summary>
    public int? Line { get; }

    /// <summary>
    /// Gets the column (from 1, in UTF-16 code units) of the first character the parser had not read yet, as EventBridge counts it, or
    /// <see langword="null"/> together with <see cref="Line"/>.
    /// </summary>
    public int? Column { get; }

    /// <summary>Gets the whole message as <c>InvalidEventPatternException</c> of Amazon EventBridge words it.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
