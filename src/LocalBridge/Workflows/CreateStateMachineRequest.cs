namespace LocalBridge.Workflows;

/// <summary>Represents what a state machine is created from (<c>CreateStateMachine</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record CreateStateMachineRequest
{
    /// <summary>Gets the name: 1 to 80 characters without white space, brackets, wildcards and special characters.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the definition, an Amazon States Language text of at most 1,048,576 characters.</summary>
    public required string Definition { get; init; }

    /// <summary>Gets the type.</summary>
    /// <value>The default is <see cref="StateMachineType.Standard"/>.</value>
    public StateMachineType Type { get; init; }

    /// <summary>Gets the ARN of the role. It is recorded in the history and shown, never assumed.</summary>
    /// <value>The default is <see langword="null"/>: a role of the host's account is made up.</value>
    public string? RoleArn { get; init; }
}
