using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>A target as it was put, and what delivers to it.</summary>
internal sealed record RuleTarget(Target Definition, DispatchTarget Dispatch);
