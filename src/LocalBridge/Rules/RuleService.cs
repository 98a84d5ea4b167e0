using System.Collections.Immutable;
using LocalBridge.Diagnostics;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.EventPatterns;
using LocalBridge.Targets;
using LocalBridge.Targets.Invoking;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Rules;

/// <summary>The control plane of rules over the rule tables of the buses.</summary>
internal sealed partial class RuleService : IRules
{
    /// <summary>Who manages the rules of subscriptions.</summary>
    internal const string Manager = "LocalBridge";

    private static readonly EventPatternOptions PatternOptions = new() { MaximumLength = RuleValidator.MaximumPatternLength };

    private readonly EventBusServices _services;

    private readonly EventBusRegistry _eventBuses;

    private readonly ILogger _logger;

    private TargetResolver? _resolver;

    private int _subscriptions;

    internal RuleService(EventBusServices services, EventBusRegistry eventBuses)
    {
        _services = services;
        _eventBuses = eventBuses;
        _logger = services.LoggerFactory.CreateLogger("LocalBridge.Rules");
    }

    /// <summary>Sets what finds targets; they may be buses and state machines, which are made after the rules' service.</summary>
    internal TargetResolver Resolver
    {
        get => _resolver ?? throw new InvalidOperationException("The host is not built yet.");
        set => _resolver = value;
    }

    public Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new PutRuleResponse(PutRule(request)));
    }

    public Task DeleteRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.CheckRuleName(name, "name");
        EventBus eventBus = _eventBuses.Get(eventBusName);
        eventBus.Rules.Change(
            name, static rule => rule is null || rule.Targets.IsEmpty ? null : throw new ValidationException("Rule can't be deleted since it has targets."));
        _logger.RuleDeleted(name, eventBus.Name);
        return Task.CompletedTask;
    }

    public Task EnableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default) =>
        SetStateAsync(name, eventBusName, RuleState.Enabled, cancellationToken);

    public Task DisableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default) =>
        SetStateAsync(name, eventBusName, RuleState.Disabled, cancellationToken);

    public Task<PutTargetsResponse> PutTargetsAsync(
        string rule, IReadOnlyList<Target> targets, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        cancellationToken.ThrowIfCancellationRequested();
        PutTargets(rule, targets, eventBusName);
        return Task.FromResult(new PutTargetsResponse(0, []));
    }

    public Task<RemoveTargetsResponse> RemoveTargetsAsync(
        string rule, IReadOnlyList<string> ids, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.Check(rule, ids);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        var failed = new List<FailedTargetEntry>();
        eventBus.Rules.Change(rule, old =>
        {
            RegisteredRule found = old ?? throw NotFound(rule, eventBus);
            foreach (string id in ids)
            {
                if (!found.HasTarget(id))
                    failed.Add(new FailedTargetEntry(id, nameof(ResourceNotFoundException), $"Target {id} does not exist on rule {rule}."));
            }

            return found with { Targets = found.Targets.RemoveAll(target => ids.Contains(target.Definition.Id)) };
        });
        return Task.FromResult(new RemoveTargetsResponse(failed.Count, failed));
    }

    internal string PutRule(PutRuleRequest request)
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IRules));
        RuleValidator.Check(request);
        EventBus eventBus = _eventBuses.Get(request.EventBusName);
        EventPattern pattern = ParsePattern(request.EventPattern);
        string arn = _services.Names.RuleArn(eventBus.Name, request.Name);
        eventBus.Rules.Change(request.Name, old => new RegisteredRule(
            request.Name,
            arn,
            eventBus.Name,
            pattern,
            request.State,
            request.Description,
            request.RoleArn,
            old?.ManagedBy,
            old?.Targets ?? []));
        _logger.RulePut(request.Name, eventBus.Name, request.State);
        return arn;
    }

    internal void PutTargets(string rule, IReadOnlyList<Target> targets, string? eventBusName)
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IRules));
        RuleValidator.Check(rule, targets);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        eventBus.Rules.Change(rule, old =>
        {
            RegisteredRule found = old ?? throw NotFound(rule, eventBus);
            var created = new List<RuleTarget>(targets.Count);
            foreach (Target target in targets)
            {
                var identity = new TargetIdentity(eventBus.Name, rule, found.Arn, target.Id, target.Arn);
                TargetInvoker invoker = Resolver.Resolve(target, identity);
                created.Add(new RuleTarget(target, eventBus.CreateTarget(identity, invoker, target, isRecorded: true)));
            }

            RegisteredRule changed = found.WithTargets(created);
            return changed.Targets.Length <= _services.Options.MaximumTargetsPerRule
                ? changed
                : throw new LimitExceededException("The requested resource exceeds the maximum number allowed.");
        });
    }

    /// <summary>Makes a subscription: a rule with one target, the handler. Neither outlives the process, so nothing of it is recorded.</summary>
    internal EventSubscription Subscribe(EventBus eventBus, EventPattern pattern, TargetInvoker invoker, SubscriptionOptions options)
    {
        if (options.RuleName is not null)
            RuleValidator.CheckRuleName(options.RuleName, "name");
        string name = options.RuleName ?? $"subscription-{Interlocked.Increment(ref _subscriptions)}";
        while (options.RuleName is null && eventBus.Rules.TryGet(name, out _))
            name = $"subscription-{Interlocked.Increment(ref _subscriptions)}";

        string arn = _services.Names.RuleArn(eventBus.Name, name);
        var target = new Target
        {
            Id = "handler",
            Arn = _services.Names.HandlerArn($"{eventBus.Name}/{name}"),
            DeliveryOptions = options.DeliveryOptions,
            RetryPolicy = options.RetryPolicy,
            DeadLetterConfig = options.DeadLetterConfig,
        };
        RuleValidator.Check(name, [target]);
        if (options.DeadLetterConfig is { } deadLetters && !_services.DeadLetterQueues.Contains(deadLetters.Arn))
            throw new ResourceNotFoundException(deadLetters.Arn, $"The dead-letter queue '{deadLetters.Arn}' is not registered. Register it with AddDeadLetterQueue.");

        var identity = new TargetIdentity(eventBus.Name, name, arn, target.Id, target.Arn);
        DispatchTarget dispatch = eventBus.CreateTarget(identity, invoker, target, isRecorded: false);
        eventBus.Rules.Change(name, old => old is null
            ? new RegisteredRule(
                name, arn, eventBus.Name, pattern, RuleState.Enabled, null, null, Manager, ImmutableArray.Create(new RuleTarget(target, dispatch)))
            : throw new ResourceAlreadyExistsException(name, $"Rule {name} already exists on EventBus {eventBus.Name}."));
        return new EventSubscription(name, arn, () =>
        {
            // The name may stand for another rule by now; only this subscription's own goes.
            eventBus.Rules.Change(name, old => old?.Targets.Any(rule => rule.Dispatch == dispatch) == true ? null : old);
            dispatch.Close();
        });
    }

    private static ResourceNotFoundException NotFound(string rule, EventBus eventBus) =>
        new(rule, EventBusMessages.RuleDoesNotExist(rule, eventBus.Name));

    private static EventPattern ParsePattern(string json) =>
        EventPattern.TryParse(json, PatternOptions, out EventPattern? pattern, out EventPatternError? error)
            ? pattern
            : throw new InvalidEventPatternException(error.Message, new EventPatternException(error));

    private Task SetStateAsync(string name, string? eventBusName, RuleState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.CheckRuleName(name, "name");
        EventBus eventBus = _eventBuses.Get(eventBusName);
        eventBus.Rules.Change(name, old =>
        {
            RegisteredRule rule = old ?? throw NotFound(name, eventBus);
            return rule.State == state ? rule : rule with { State = state };
        });
        return Task.CompletedTask;
    }
}
