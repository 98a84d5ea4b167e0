namespace LocalBridge.Targets.Recording;

/// <summary>Represents an event that is still to be delivered to one target. The four together are its key.</summary>
/// <param name="EventId">The id of the event.</param>
/// <param name="EventBusName">The bus.</param>
/// <param name="RuleName">The rule that matched.</param>
/// <param name="TargetId">The target of the rule.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record DeliveryRecord(Guid EventId, string EventBusName, string RuleName, string TargetId);
