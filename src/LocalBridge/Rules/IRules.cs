using LocalBridge.Errors;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>Represents the rules of all buses of a host: the control plane, under the names of the service's operations.</summary>
/// <remarks>
/// Safe to use from any thread. A change takes effect for events that are published after it returned; events accepted before go where they matched.
/// Bus names may be ARNs; <see langword="null"/> stands for the default bus.
/// </remarks>
public interface IRules
{
    /// <summary>Creates a rule, or replaces one; the targets of a replaced rule stay.</summary>
    /// <exception cref="ValidationException">A member is malformed.</exception>
    /// <exception cref="InvalidEventPatternException">The pattern is not valid.</exception>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a rule that has no targets left. Deleting a rule that does not exist succeeds.</summary>
    /// <exception cref="ValidationException">The rule has targets.</exception>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    Task DeleteRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a rule match events.</summary>
    /// <exception cref="ResourceNotFoundException">The rule or the bus does not exist.</exception>
    Task EnableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps a rule from matching events.</summary>
    /// <exception cref="ResourceNotFoundException">The rule or the bus does not exist.</exception>
    Task DisableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about a rule.</summary>
    /// <exception cref="ResourceNotFoundException">The rule or the bus does not exist.</exception>
    Task<Rule> DescribeRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the rules of a bus, by name. The rules of subscriptions are among them, marked by <see cref="Rule.ManagedBy"/>.</summary>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    /// <exception cref="ValidationException">The limit or the token is malformed.</exception>
    Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds targets to a rule; a target whose id is on the rule already is replaced. All take effect, or none.</summary>
    /// <exception cref="ValidationException">A target is malformed, or of a kind that cannot be called in process.</exception>
    /// <exception cref="LimitExceededException">The rule would have more targets than allowed.</exception>
    /// <exception cref="ResourceNotFoundException">The rule, the bus, or what a target names does not exist.</exception>
    Task<PutTargetsResponse> PutTargetsAsync(
        string rule, IReadOnlyList<Target> targets, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Removes targets from a rule. Events that were accepted for them are still delivered.</summary>
    /// <exception cref="ResourceNotFoundException">The rule or the bus does not exist.</exception>
    /// <exception cref="ValidationException">The ids are malformed.</exception>
    Task<RemoveTargetsResponse> RemoveTargetsAsync(
        string rule, IReadOnlyList<string> ids, string? eventBusName = null, CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the targets of a rule.</summary>
    /// <exception cref="ResourceNotFoundException">The rule or the bus does not exist.</exception>
    /// <exception cref="ValidationException">The limit or the token is malformed.</exception>
    Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the names of the rules that have a target.</summary>
    /// <exception cref="ResourceNotFoundException">The bus does not exist.</exception>
    /// <exception cref="ValidationException">The limit or the token is malformed.</exception>
    Task<ListRuleNamesByTargetResponse> ListRuleNamesByTargetAsync(
        ListRuleNamesByTargetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a pattern matches an event.</summary>
    /// <param name="eventPattern">The pattern.</param>
    /// <param name="eventJson">The event: a JSON object with <c>id</c>, <c>account</c>, <c>source</c>, <c>time</c>, <c>region</c> and <c>detail-type</c>.</param>
    /// <exception cref="InvalidEventPatternException">The pattern is not valid.</exception>
    /// <exception cref="ValidationException">The event is not valid.</exception>
    bool TestEventPattern(string eventPattern, string eventJson);
}
