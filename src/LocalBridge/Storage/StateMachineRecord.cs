using LocalBridge.Workflows;

namespace LocalBridge.Storage;

/// <summary>Represents one stored revision of a state machine.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StateMachineRecord
{
    /// <summary>Gets the ARN: together with <see cref="Revision"/> the key.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the number of the revision, counted from 1. It is also the version that operations on the state machine expect.</summary>
    public required long Revision { get; init; }

    /// <summary>Gets the identifier of the revision that the AWS API shows; <see langword="null"/> for the first.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>Gets the definition exactly as it was given.</summary>
    public required string Definition { get; init; }

    /// <summary>Gets the ARN of the role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Gets when the state machine was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Gets when this revision was made.</summary>
    public required DateTimeOffset UpdateDate { get; init; }
}
