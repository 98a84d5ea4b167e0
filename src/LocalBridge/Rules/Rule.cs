namespace LocalBridge.Rules;

/// <summary>Represents what is known about a rule, in the members of <c>DescribeRule</c> and <c>ListRules</c>.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record Rule
{
    /// <summary>Gets the name, unique on the bus.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Gets the name of the bus.</summary>
    public required string EventBusName { get; init; }

    /// <summary>Gets the event pattern as it was given.</summary>
    public required string EventPattern { get; init; }

    /// <summary>Gets whether the rule matches.</summary>
    public RuleState State { get; init; }

    /// <summary>Gets the description, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the role, or <see langword="null"/>; it is of no effect in process.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Gets who manages the rule: <c>LocalBridge</c> for the rule of a subscription, else <see langword="null"/>.</summary>
    public string? ManagedBy { get; init; }

    /// <summary>Gets the account that created the rule. Only <c>DescribeRule</c> tells it; a list leaves it <see langword="null"/>.</summary>
    public string? CreatedBy { get; init; }
}
