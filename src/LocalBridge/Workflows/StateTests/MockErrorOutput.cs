namespace LocalBridge.Workflows.StateTests;

/// <summary>Represents the error that a mocked task, branch or iteration fails with.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record MockErrorOutput
{
    /// <summary>Gets the error name, which <c>Retry</c> and <c>Catch</c> match.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause.</summary>
    public string? Cause { get; init; }
}
