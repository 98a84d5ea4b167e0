namespace LocalBridge.Workflows;

/// <summary>Represents a change of a state machine (<c>UpdateStateMachine</c> of the AWS API). Running executions are not disturbed by it.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record UpdateStateMachineRequest
{
    /// <summary>Gets the name or the ARN of the state machine.</summary>
    public required string StateMachine { get; init; }

    /// <summary>Gets the new definition; <see langword="null"/> to leave it.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the new role; <see langword="null"/> to leave it.</summary>
    public string? RoleArn { get; init; }
}
