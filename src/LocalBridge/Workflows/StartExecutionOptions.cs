namespace LocalBridge.Workflows;

/// <summary>Represents how an execution is started (<c>StartExecution</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StartExecutionOptions
{
    /// <summary>Gets the name of the execution: 1 to 80 characters without white space, brackets, wildcards and special characters.</summary>
    /// <value>The default is <see langword="null"/>: a new UUID.</value>
    /// <remarks>Starting a Standard state machine again with the name and input of a running execution answers that execution; this makes
    /// starts that are repeated after a failure safe. Executions of Express state machines may share a name.</remarks>
    public string? Name { get; init; }
}
