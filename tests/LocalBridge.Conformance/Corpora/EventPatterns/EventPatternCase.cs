namespace LocalBridge.Conformance.Corpora.EventPatterns;

/// <summary>Represents a pattern, an event, and what the service says about them.</summary>
internal sealed record EventPatternCase(string Id) : ConformanceCase(Id)
{
    /// <summary>Gets the pattern as it was sent.</summary>
    public required string Pattern { get; init; }

    /// <summary>Gets the event as it was sent.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the verdict of the engine.</summary>
    public required PatternVerdict Expected { get; init; }

    /// <summary>Gets the verdict of a straightforward reading of the documentation, for a case in which the engine's is an accident;
    /// either is right then.</summary>
    public PatternVerdict? Clean { get; init; }

    /// <summary>Gets the error code of the service's answer, if it was one.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the whole message of the service's answer, if it was an error.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the complexity score of the pattern's wildcards, where it was recorded.</summary>
    public int? Complexity { get; init; }

    /// <summary>Gets whether the case was recorded against the service, which checks more than the engine does.</summary>
    public bool IsServiceCase { get; init; }
}
