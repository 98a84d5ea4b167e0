using LocalBridge.Rules;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses;

/// <summary>Represents a rule with its targets as it is stored.</summary>
internal sealed record StoredRule(PutRuleRequest Request, string EventBusName, IReadOnlyList<Target> Targets)
{
    internal static StoredRule Of(RegisteredRule rule) => new(
        new PutRuleRequest
        {
            Name = rule.Name,
            EventPattern = rule.Pattern.Json,
            EventBusName = rule.EventBusName,
            State = rule.State,
            Description = rule.Description,
            RoleArn = rule.RoleArn,
        },
        rule.EventBusName,
        [.. rule.Targets.Select(static target => target.Definition)]);
}
