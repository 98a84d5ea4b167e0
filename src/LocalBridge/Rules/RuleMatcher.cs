using System.Buffers;
using System.Collections.Concurrent;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.EventPatterns;
using LocalBridge.Events;

namespace LocalBridge.Rules;

/// <summary>
/// Finds the targets of the rules that match an event. Made for one state of the rules of a bus and replaced with them, so matching takes no lock; the
/// next one is made from it and the rule that changed.
/// </summary>
/// <remarks>
/// What depends only on the route of an event (source, detail type) is worked out once for each route and kept; the remaining rules are matched together.
/// An event whose rules look at its route only is matched without any JSON.
/// </remarks>
internal sealed class RuleMatcher
{
    internal static readonly RuleMatcher Empty = new(
        EventPatternMatcher.Create<RegisteredRule>(new RuleNameComparer()), EventPatternMatcher.Create<RegisteredRule>(new RuleNameComparer()));

    /// <summary>Beyond this many routes nothing more is kept: whoever makes up a new source for every event must not fill the memory.</summary>
    private const int LargestRouteCount = 4096;

    private const int UsualMatches = 16;

    private const EventGuarantees Unique = EventGuarantees.WellFormed | EventGuarantees.UniquePaths;

    /// <summary>What each rule asks of the route.</summary>
    private readonly EventPatternMatcher<RegisteredRule> _routes;

    /// <summary>The whole patterns of the rules that ask for more than the route.</summary>
    private readonly EventPatternMatcher<RegisteredRule> _others;

    private readonly ConcurrentDictionary<(string Source, string DetailType), EventRoute> _known = new();

    private int _routeCount;

    private RuleMatcher(EventPatternMatcher<RegisteredRule> routes, EventPatternMatcher<RegisteredRule> others)
    {
        _routes = routes;
        _others = others;
    }

    internal bool HasRules => _routes.Count > 0;

    internal int RouteCount => Volatile.Read(ref _routeCount);

    /// <summary>Returns the matcher after a change. It shares with this one what the change does not touch.</summary>
    /// <param name="old">The rule before; <see langword="null"/> when there was none.</param>
    /// <param name="changed">The rule now; <see langword="null"/> when it is gone.</param>
    internal RuleMatcher With(RegisteredRule? old, RegisteredRule? changed)
    {
        if (!IsActive(old) && !IsActive(changed))
            return this;
        RegisteredRule? active = IsActive(changed) ? changed : null;
        return new RuleMatcher(
            active is not null ? _routes.SetItem(active, active.Route.Pattern) : _routes.Remove(old!),
            active is { Route.IsComplete: false } ? _others.SetItem(active, active.Pattern) : _others.Remove((active ?? old)!));
    }

    /// <summary>Returns the targets of all matching rules, in the order of the rules' names. The array is shared and must not be changed.</summary>
    internal DispatchTarget[] Match(EventEnvelope envelope)
    {
        if (!HasRules)
            return [];
        if (!_known.TryGetValue((envelope.Source, envelope.DetailType), out EventRoute? route))
            route = FindRoute(envelope);
        return route.Undecided == EnvelopeFields.None ? route.Targets : MatchOthers(route, envelope);
    }

    private static bool IsActive(RegisteredRule? rule) => rule is { State: RuleState.Enabled, Targets.IsEmpty: false };

    private DispatchTarget[] MatchOthers(EventRoute route, EventEnvelope envelope)
    {
        bool needsDetail = route.Undecided.HasFlag(EnvelopeFields.Detail);
        ReadOnlySpan<byte> json = needsDetail ? envelope.ToUtf8().Span : envelope.HeadToUtf8();
        EventGuarantees guarantees = needsDetail && !envelope.HasUniqueKeys ? EventGuarantees.WellFormed : Unique;
        RegisteredRule[] rules = ArrayPool<RegisteredRule>.Shared.Rent(UsualMatches);
        try
        {
            int count = _others.Match(json, guarantees, rules);
            if (count > rules.Length)
            {
                ArrayPool<RegisteredRule>.Shared.Return(rules, clearArray: true);
                rules = ArrayPool<RegisteredRule>.Shared.Rent(count);
                count = _others.Match(json, guarantees, rules);
            }

            return count == 0 ? route.Targets : TargetsOf([.. route.Rules, .. rules.AsSpan(0, count)]);
        }
        finally
        {
            ArrayPool<RegisteredRule>.Shared.Return(rules, clearArray: true);
        }
    }

    private static DispatchTarget[] TargetsOf(RegisteredRule[] rules)
    {
        Array.Sort(rules, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        if (rules is [{ Targets: [{ Dispatch: { } only }] }])
            return [only];
        var targets = new List<DispatchTarget>(rules.Length);
        foreach (RegisteredRule rule in rules)
        {
            foreach (RuleTarget target in rule.Targets)
            {
                if (target.Dispatch is { } dispatch)
                    targets.Add(dispatch);
            }
        }

        return [.. targets];
    }

    private EventRoute FindRoute(EventEnvelope envelope)
    {
        var possible = new List<RegisteredRule>();
        _routes.Match(envelope.RouteToUtf8(), Unique, possible);
        RegisteredRule[] certain = [.. possible.Where(static rule => rule.Route.IsComplete)];
        EnvelopeFields undecided = EnvelopeFields.None;
        foreach (RegisteredRule rule in possible)
            undecided |= rule.Route.IsComplete ? EnvelopeFields.None : rule.Route.Fields;

        var route = new EventRoute(certain, TargetsOf(certain), undecided);
        // Counted here because the dictionary locks all of itself to count.
        if (RouteCount < LargestRouteCount && _known.TryAdd((envelope.Source, envelope.DetailType), route))
            Interlocked.Increment(ref _routeCount);
        return route;
    }
}
