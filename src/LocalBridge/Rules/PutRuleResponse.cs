namespace LocalBridge.Rules;

/// <summary>Represents the answer to <c>PutRule</c>.</summary>
/// <param name="RuleArn">The ARN of the rule.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutRuleResponse(string RuleArn);
