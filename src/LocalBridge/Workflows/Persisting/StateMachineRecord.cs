namespace LocalBridge.Workflows.Persisting;

/// <summary>Represents one stored revision of a state machine.</summary>
/// <remarks>Instances are immutable.</remarks>
internal sealed record StateMachineRecord
{
    /// <summary>Gets the ARN: the key.</summary>
    internal required string StateMachineArn { get; init; }

    /// <summary>Gets the number of the revision, counted from 1. It is also the version that operations on the state machine expect.</summary>
    internal required long Revision { get; init; }

    /// <summary>Gets the identifier of the revision that the AWS API shows; <see langword="null"/> for the first.</summary>
    internal string? RevisionId { get; init; }

    /// <summary>Gets the name.</summary>
    internal required string Name { get; init; }

    /// <summary>Gets the type.</summary>
    internal required StateMachineType Type { get; init; }

    /// <summary>Gets the definition exactly as it was given.</summary>
    internal required string Definition { get; init; }

    /// <summary>Gets the ARN of the role.</summary>
    internal required string RoleArn { get; init; }

    /// <summary>Gets when the state machine was created.</summary>
    internal required DateTimeOffset CreationDate { get; init; }

    /// <summary>Gets when this revision was made.</summary>
    internal required DateTimeOffset UpdateDate { get; init; }

    /// <summary>Gets what names this revision for good.</summary>
    internal StateMachineRevisionKey RevisionKey => new(Revision, UpdateDate);
}
