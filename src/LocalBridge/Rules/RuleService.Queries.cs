using System.Text;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using LocalBridge.Json;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <content>What can be asked about rules.</content>
internal sealed partial class RuleService
{
    private static readonly string[] RequiredEventMembers = ["id", "account", "source", "time", "region", "detail-type"];

    public Task<Rule> DescribeRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.CheckRuleName(name, "name");
        return Task.FromResult(Find(name, eventBusName).ToRule(_services.Names.Account));
    }

    public Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        RegisteredRule[] all =
        [
            .. _eventBuses.Get(request.EventBusName).Rules.Rules.Values
                .Where(rule => request.NamePrefix is null || rule.Name.StartsWith(request.NamePrefix, StringComparison.Ordinal)),
        ];
        (IReadOnlyList<RegisteredRule> page, string? next) = PageToken.Page(all, static rule => rule.Name, request.Limit, request.NextToken);
        return Task.FromResult(new ListRulesResponse([.. page.Select(static rule => rule.ToRule(createdBy: null))], next));
    }

    public Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        Target[] all = [.. Find(request.Rule, request.EventBusName).Targets.Select(static target => target.Definition)];
        (IReadOnlyList<Target> page, string? next) = PageToken.Page(all, static target => target.Id, request.Limit, request.NextToken);
        return Task.FromResult(new ListTargetsByRuleResponse(page, next));
    }

    public Task<ListRuleNamesByTargetResponse> ListRuleNamesByTargetAsync(
        ListRuleNamesByTargetRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        string[] all =
        [
            .. _eventBuses.Get(request.EventBusName).Rules.Rules.Values
                .Where(rule => rule.Targets.Any(target => target.Definition.Arn == request.TargetArn))
                .Select(static rule => rule.Name),
        ];
        (IReadOnlyList<string> page, string? next) = PageToken.Page(all, static name => name, request.Limit, request.NextToken);
        return Task.FromResult(new ListRuleNamesByTargetResponse(page, next));
    }

    public bool TestEventPattern(string eventPattern, string eventJson)
    {
        ArgumentNullException.ThrowIfNull(eventPattern);
        ArgumentNullException.ThrowIfNull(eventJson);
        EventPattern pattern = ParsePattern(eventPattern);
        if (!JsonValue.TryParse(eventJson, out JsonValue json, out _)
            || !json.TryGetObject(out JsonObject? members)
            || !RequiredEventMembers.All(members.ContainsKey))
        {
            throw new ValidationException("Parameter Event is not valid.");
        }

        return pattern.IsMatch(Encoding.UTF8.GetBytes(eventJson));
    }

    private RegisteredRule Find(string name, string? eventBusName)
    {
        EventBus eventBus = _eventBuses.Get(eventBusName);
        return eventBus.Rules.TryGet(name, out RegisteredRule? rule) ? rule : throw NotFound(name, eventBus);
    }
}
