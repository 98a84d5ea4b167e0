using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to dispose.")]
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

    public async Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        (EventBus eventBus, string arn, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(request);
        await ChangeAsync(eventBus, request.Name, change, cancellationToken).ConfigureAwait(false);
        _logger.RulePut(request.Name, eventBus.Name, request.State);
        return new PutRuleResponse(arn);
    }

    public async Task DeleteRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.CheckRuleName(name, "name");
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        await ChangeAsync(
            eventBus,
            name,
            static rule => rule is null || rule.Targets.IsEmpty ? null : throw new ValidationException("Rule can't be deleted since it has targets."),
            cancellationToken).ConfigureAwait(false);
        _logger.RuleDeleted(name, eventBus.Name);
    }

    public Task EnableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default) =>
        SetStateAsync(name, eventBusName, RuleState.Enabled, cancellationToken);

    public Task DisableRuleAsync(string name, string? eventBusName = null, CancellationToken cancellationToken = default) =>
        SetStateAsync(name, eventBusName, RuleState.Disabled, cancellationToken);

    public async Task<PutTargetsResponse> PutTargetsAsync(
        string rule, IReadOnlyList<Target> targets, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        cancellationToken.ThrowIfCancellationRequested();
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        (EventBus eventBus, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(rule, targets, eventBusName);
        await ChangeAsync(eventBus, rule, change, cancellationToken).ConfigureAwait(false);
        return new PutTargetsResponse(0, []);
    }

    public async Task<RemoveTargetsResponse> RemoveTargetsAsync(
        string rule, IReadOnlyList<string> ids, string? eventBusName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.Check(rule, ids);
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        var failed = new List<FailedTargetEntry>();
        RegisteredRule Remove(RegisteredRule? old)
        {
            RegisteredRule found = old ?? throw NotFound(rule, eventBus);
            failed.Clear(); // it may be asked more than once
            foreach (string id in ids)
            {
                if (!found.HasTarget(id))
                    failed.Add(new FailedTargetEntry(id, nameof(ResourceNotFoundException), $"Target {id} does not exist on rule {rule}."));
            }

            return found with { Targets = found.Targets.RemoveAll(target => ids.Contains(target.Definition.Id)) };
        }

        await ChangeAsync(eventBus, rule, Remove, cancellationToken).ConfigureAwait(false);
        return new RemoveTargetsResponse(failed.Count, failed);
    }

    /// <summary>Puts a rule of the code: it is not recorded.</summary>
    internal void PutRule(PutRuleRequest request)
    {
        (EventBus eventBus, _, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(request);
        eventBus.Rules.Change(request.Name, change);
        _logger.RulePut(request.Name, eventBus.Name, request.State);
    }

    /// <summary>Puts targets of the code: they are not recorded.</summary>
    internal void PutTargets(string rule, IReadOnlyList<Target> targets, string? eventBusName)
    {
        (EventBus eventBus, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(rule, targets, eventBusName);
        eventBus.Rules.Change(rule, change);
    }

    private (EventBus EventBus, string Arn, Func<RegisteredRule?, RegisteredRule?> Change) PreparePut(PutRuleRequest request)
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IRules));
        RuleValidator.Check(request);
        EventBus eventBus = _eventBuses.Get(request.EventBusName);
        EventPattern pattern = ParsePattern(request.EventPattern);
        string arn = _services.Names.RuleArn(eventBus.Name, request.Name);
        return (eventBus, arn, old => new RegisteredRule(
            request.Name,
            arn,
            eventBus.Name,
            pattern,
            request.State,
            request.Description,
            request.RoleArn,
            old?.ManagedBy,
            old?.Targets ?? []));
    }

    private (EventBus EventBus, Func<RegisteredRule?, RegisteredRule?> Change) PreparePut(string rule, IReadOnlyList<Target> targets, string? eventBusName)
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IRules));
        RuleValidator.Check(rule, targets);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        return (eventBus, old =>
        {
            RegisteredRule found = old ?? throw NotFound(rule, eventBus);
            RegisteredRule changed = found.WithTargets([.. targets.Select(target => CreateTarget(eventBus, found, target))]);
            return changed.Targets.Length <= _services.Options.MaximumTargetsPerRule
                ? changed
                : throw new LimitExceededException("The requested resource exceeds the maximum number allowed.");
        }
        );
    }

    private RuleTarget CreateTarget(EventBus eventBus, RegisteredRule rule, Target target)
    {
        var identity = new TargetIdentity(eventBus.Name, rule.Name, rule.Arn, target.Id, target.Arn);
        TargetInvoker invoker = Resolver.Resolve(target, identity);
        return new RuleTarget(target, eventBus.CreateTarget(identity, invoker, target, isRecorded: true));
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

    private async Task SetStateAsync(string name, string? eventBusName, RuleState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuleValidator.CheckRuleName(name, "name");
        await _services.ReadyAsync(cancellationToken).ConfigureAwait(false);
        EventBus eventBus = _eventBuses.Get(eventBusName);
        RegisteredRule Set(RegisteredRule? old)
        {
            RegisteredRule rule = old ?? throw NotFound(name, eventBus);
            return rule.State == state ? rule : rule with { State = state };
        }

        await ChangeAsync(eventBus, name, Set, cancellationToken).ConfigureAwait(false);
    }
}
