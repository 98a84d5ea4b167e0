using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>Says which events a rule matches and where they go.</summary>
/// <remarks>Not thread-safe. Nothing is checked before the bridge is built.</remarks>
public sealed class RuleBuilder
{
    private readonly List<TargetBuilder> _targets = [];

    private string? _eventPattern;

    private string? _description;

    private RuleState _state;

    internal RuleBuilder(string name) => Name = name;

    internal string Name { get; }

    internal string EventBusName { get; private set; } = ResourceNames.DefaultEventBus;

    /// <summary>Puts the rule on a bus other than the default one.</summary>
    /// <param name="eventBusName">The name of the bus.</param>
    public RuleBuilder OnBus(string eventBusName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventBusName);
        EventBusName = eventBusName;
        return this;
    }

    /// <summary>Sets the event pattern.</summary>
    /// <param name="eventPattern">The pattern as JSON, at most 4096 characters.</param>
    public RuleBuilder Matching(string eventPattern)
    {
        ArgumentNullException.ThrowIfNull(eventPattern);
        _eventPattern = eventPattern;
        return this;
    }

    /// <summary>Sets the event pattern.</summary>
    /// <param name="configure">Builds the pattern.</param>
    /// <exception cref="EventPatternException">The pattern is not valid.</exception>
    public RuleBuilder Matching(Action<EventPatternBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var pattern = new EventPatternBuilder();
        configure(pattern);
        _eventPattern = pattern.Build().Json;
        return this;
    }

    /// <summary>Sets the event pattern.</summary>
    public RuleBuilder Matching(EventPattern eventPattern)
    {
        ArgumentNullException.ThrowIfNull(eventPattern);
        _eventPattern = eventPattern.Json;
        return this;
    }

    /// <summary>Describes the rule.</summary>
    /// <param name="description">At most 512 characters.</param>
    public RuleBuilder Described(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>Keeps the rule from matching until <c>EnableRule</c>.</summary>
    public RuleBuilder Disabled()
    {
        _state = RuleState.Disabled;
        return this;
    }

    /// <summary>Adds a target. A rule has up to five, unless <see cref="EventBusOptions.MaximumTargetsPerRule"/> says otherwise.</summary>
    /// <param name="configure">Says what the target is.</param>
    public RuleBuilder To(Action<TargetBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var target = new TargetBuilder($"target-{_targets.Count + 1}");
        configure(target);
        _targets.Add(target);
        return this;
    }

    internal PutRuleRequest BuildRequest() => new()
    {
        Name = Name,
        EventBusName = EventBusName,
        EventPattern = _eventPattern ?? string.Empty,
        Description = _description,
        State = _state,
    };

    internal IReadOnlyList<Target> BuildTargets(EventBusServices services) => [.. _targets.Select(target => target.Build(this, services))];
}
