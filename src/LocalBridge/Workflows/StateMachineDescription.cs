namespace LocalBridge.Workflows;

/// <summary>Represents what is known about a state machine (<c>DescribeStateMachine</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StateMachineDescription
{
    /// <summary>Gets the ARN.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>Gets the definition exactly as it was given.</summary>
    public required string Definition { get; init; }

    /// <summary>Gets the ARN of the role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Gets when it was last updated; its creation date when it never was.</summary>
    public required DateTimeOffset UpdateDate { get; init; }

    /// <summary>Gets the identifier of the current revision; <see langword="null"/> until the first update.</summary>
    public string? RevisionId { get; init; }
}
