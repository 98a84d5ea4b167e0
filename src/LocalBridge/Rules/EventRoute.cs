using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Rules;

/// <summary>What all events of one source and detail type have in common for the rules of a bus.</summary>
/// <param name="Targets">The targets of the rules that match every such event.</param>
/// <param name="Undecided">The rules that have to look at more of the event.</param>
/// <param name="NeedsDetail">Whether one of these looks at the detail.</param>
internal sealed record EventRoute(DispatchTarget[] Targets, RegisteredRule[] Undecided, bool NeedsDetail);
