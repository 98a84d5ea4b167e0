namespace LocalBridge.EventBuses.Dispatching;

/// <summary>Which target of which rule this is.</summary>
internal sealed record TargetIdentity(string EventBusName, string RuleName, string RuleArn, string TargetId, string TargetArn);
