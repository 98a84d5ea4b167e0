using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Rules;

/// <summary>What all events of one source and detail type have in common for the rules of a bus.</summary>
/// <param name="Rules">The rules that match every such event, by name.</param>
/// <param name="Targets">The targets of these.</param>
/// <param name="Undecided">What the rules that have to look at more of the event look at; nothing if there are none.</param>
internal sealed record EventRoute(RegisteredRule[] Rules, DispatchTarget[] Targets, EnvelopeFields Undecided);
