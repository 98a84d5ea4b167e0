namespace LocalBridge.Rules;

/// <summary>Represents a request to create or replace a rule (<c>PutRule</c>).</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutRuleRequest
{
    /// <summary>Gets the name: 1 to 64 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the event pattern, at most 4096 characters.</summary>
    public required string EventPattern { get; init; }

    /// <summary>Gets the name or ARN of the bus.</summary>
    /// <value>The default value is <see langword="null"/>: the default bus.</value>
    public string? EventBusName { get; init; }

    /// <summary>Gets whether the rule matches. A replaced rule does not keep its state.</summary>
    /// <value>The default value is <see cref="RuleState.Enabled"/>.</value>
    public RuleState State { get; init; }

    /// <summary>Gets the description, at most 512 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the role; kept and shown, and of no effect in process.</summary>
    public string? RoleArn { get; init; }
}
