using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>A target as it was put, and what delivers to it.</summary>
/// <param name="Definition">The target as it was put.</param>
/// <param name="Dispatch">What delivers to it; <see langword="null"/> when this process cannot: what the target names exists only in another process, or in code of another time.</param>
internal sealed record RuleTarget(Target Definition, DispatchTarget? Dispatch);
