using System.Collections.Concurrent;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.EventPatterns;
using LocalBridge.Events;

namespace LocalBridge.Rules;

/// <summary>
/// Finds the targets of the rules that match an event. Built for one state of the rules of a bus and replaced with them, so matching takes no lock.
/// </summary>
/// <remarks>
/// What depends only on the route of an event (source, detail type) is worked out once for each route and kept; the remaining rules are asked one by
/// one. An event whose rules look at its route only is matched without any JSON.
/// </remarks>
internal sealed class RuleMatcher
{
    /// <summary>Beyond this many routes nothing more is kept: whoever makes up a new source for every event must not fill the memory.</summary>
    private const int LargestRouteCount = 4096;

    private const EventGuarantees Guarantees = EventGuarantees.WellFormed;

    private readonly RegisteredRule[] _rules;

    private readonly PatternRoute[] _routes;

    private readonly ConcurrentDictionary<(string Source, string DetailType), EventRoute> _known = new();

    private int _routeCount;

    internal RuleMatcher(IEnumerable<RegisteredRule> rules)
    {
        _rules = [.. rules.Where(static rule => rule.State == RuleState.Enabled && !rule.Targets.IsEmpty)];
        _routes = [.. _rules.Select(static rule => PatternRoute.Of(rule.Pattern))];
    }

    internal bool HasRules => _rules.Length > 0;

    internal int RouteCount => Volatile.Read(ref _routeCount);

    /// <summary>Returns the targets of all matching rules, in the order of the rules' names. The array is shared and must not be changed.</summary>
    internal DispatchTarget[] Match(EventEnvelope envelope)
    {
        if (_rules.Length == 0)
            return [];
        if (!_known.TryGetValue((envelope.Source, envelope.DetailType), out EventRoute? route))
            route = FindRoute(envelope);
        return route.Undecided.Length == 0 ? route.Targets : MatchUndecided(route, envelope);
    }

    private static DispatchTarget[] MatchUndecided(EventRoute route, EventEnvelope envelope)
    {
        ReadOnlySpan<byte> json = default;
        List<DispatchTarget>? targets = null;
        foreach (RegisteredRule rule in route.Undecided)
        {
            if (json.IsEmpty)
                json = route.NeedsDetail ? envelope.ToUtf8().Span : envelope.HeadToUtf8();
            if (!rule.Pattern.IsMatch(json, Guarantees))
                continue;
            targets ??= [.. route.Targets];
            foreach (RuleTarget target in rule.Targets)
                targets.Add(target.Dispatch);
        }

        return targets is null ? route.Targets : [.. targets];
    }

    private EventRoute FindRoute(EventEnvelope envelope)
    {
        byte[] json = envelope.RouteToUtf8();
        var targets = new List<DispatchTarget>();
        var undecided = new List<RegisteredRule>();
        bool needsDetail = false;
        for (int index = 0; index < _rules.Length; index++)
        {
            PatternRoute pattern = _routes[index];
            if (pattern.Pattern is not null && !pattern.Pattern.IsMatch(json, Guarantees))
                continue;
            if (pattern.IsComplete)
            {
                foreach (RuleTarget target in _rules[index].Targets)
                    targets.Add(target.Dispatch);
            }
            else
            {
                undecided.Add(_rules[index]);
                needsDetail |= pattern.Fields.HasFlag(EnvelopeFields.Detail);
            }
        }

        var route = new EventRoute([.. targets], [.. undecided], needsDetail);
        // Counted here because the dictionary locks all of itself to count.
        if (RouteCount < LargestRouteCount && _known.TryAdd((envelope.Source, envelope.DetailType), route))
            Interlocked.Increment(ref _routeCount);
        return route;
    }
}
