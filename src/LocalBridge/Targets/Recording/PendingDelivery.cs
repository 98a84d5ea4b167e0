namespace LocalBridge.Targets.Recording;

/// <summary>Represents what is still to be delivered of an event to one target.</summary>
/// <param name="RuleName">The rule that matched.</param>
/// <param name="TargetId">The target of the rule.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
internal sealed record PendingDelivery(string RuleName, string TargetId, int Attempts);
