using System.Collections.Immutable;
using LocalBridge.EventPatterns;

namespace LocalBridge.Rules;

/// <summary>A rule of a bus: what was put, compiled. Immutable; a change makes a new one.</summary>
internal sealed record RegisteredRule(
    string Name,
    string Arn,
    string EventBusName,
    EventPattern Pattern,
    RuleState State,
    string? Description,
    string? RoleArn,
    string? ManagedBy,
    ImmutableArray<RuleTarget> Targets)
{
    /// <summary>Gets what stands in storage of it; <see langword="null"/> for a rule of the code, which is not recorded.</summary>
    internal RuleRecord? Record { get; init; }

    /// <summary>Gets what the pattern asks of the route of an event. It goes with the pattern, which never changes.</summary>
    internal PatternRoute Route { get; } = PatternRoute.Of(Pattern);

    internal Rule ToRule(string? createdBy) => new()
    {
        Name = Name,
        Arn = Arn,
        EventBusName = EventBusName,
        EventPattern = Pattern.Json,
        State = State,
        Description = Description,
        RoleArn = RoleArn,
        ManagedBy = ManagedBy,
        CreatedBy = createdBy,
    };

    /// <summary>Adds targets; one whose id is there already takes the place of the old one.</summary>
    internal RegisteredRule WithTargets(IReadOnlyList<RuleTarget> targets)
    {
        ImmutableArray<RuleTarget>.Builder all = Targets.ToBuilder();
        foreach (RuleTarget target in targets)
        {
            int index = IndexOf(all, target.Definition.Id);
            if (index < 0)
                all.Add(target);
            else
                all[index] = target;
        }

        return this with { Targets = all.DrainToImmutable() };
    }

    internal bool HasTarget(string id) => IndexOf(Targets, id) >= 0;

    private static int IndexOf(IReadOnlyList<RuleTarget> targets, string id)
    {
        for (int index = 0; index < targets.Count; index++)
        {
            if (targets[index].Definition.Id == id)
                return index;
        }

        return -1;
    }
}
