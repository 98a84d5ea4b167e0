using Microsoft.Extensions.Logging;

namespace LocalBridge.Diagnostics;

/// <summary>Log messages of targets and deliveries (ids 1100-1199).</summary>
internal static partial class TargetLog
{
    [LoggerMessage(EventId = LogEventIds.Targets, Level = LogLevel.Error, Message = "Event {EventId} could not be delivered to target {TargetId} of rule {RuleName} on bus {EventBusName} ({ErrorCode}, {RetryAttempts} retries) and was dropped: the target has no dead-letter queue.")]
    internal static partial void DeliveryFailed(
        this ILogger logger, Exception exception, Guid eventId, string targetId, string ruleName, string eventBusName, string errorCode, int retryAttempts);

    [LoggerMessage(EventId = LogEventIds.Targets + 1, Level = LogLevel.Warning, Message = "Event {EventId} could not be delivered to target {TargetId} of rule {RuleName} on bus {EventBusName} and went to the dead-letter queue {DeadLetterQueueArn} ({ErrorCode}).")]
    internal static partial void DeliveryDeadLettered(
        this ILogger logger, Exception exception, Guid eventId, string targetId, string ruleName, string eventBusName, string deadLetterQueueArn, string errorCode);

    [LoggerMessage(EventId = LogEventIds.Targets + 2, Level = LogLevel.Error, Message = "Event {EventId} was lost: its dead-letter queue {DeadLetterQueueArn} is not registered. The delivery failed with {ErrorCode}: {ErrorMessage}")]
    internal static partial void DeadLetterQueueMissing(this ILogger logger, Guid eventId, string deadLetterQueueArn, string errorCode, string errorMessage);

    [LoggerMessage(EventId = LogEventIds.Targets + 3, Level = LogLevel.Error, Message = "Event {EventId} was lost: its dead-letter queue {DeadLetterQueueArn} failed. The delivery failed with {ErrorCode}: {ErrorMessage}")]
    internal static partial void DeadLetterQueueFailed(
        this ILogger logger, Exception exception, Guid eventId, string deadLetterQueueArn, string errorCode, string errorMessage);

    [LoggerMessage(EventId = LogEventIds.Targets + 4, Level = LogLevel.Error, Message = "Event {EventId} was dropped: the queue of target {TargetId} of rule {RuleName} on bus {EventBusName} is full.")]
    internal static partial void DeliveryDropped(this ILogger logger, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 5, Level = LogLevel.Error, Message = "Event {EventId} was not delivered to target {TargetId} of rule {RuleName} on bus {EventBusName}: the host stopped first.")]
    internal static partial void DeliveryAbandoned(this ILogger logger, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 6, Level = LogLevel.Error, Message = "The delivery of event {EventId} to target {TargetId} of rule {RuleName} on bus {EventBusName} ended, which could not be recorded; it will be delivered again after the next start.")]
    internal static partial void DeliveryNotAcknowledged(
        this ILogger logger, Exception exception, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 8, Level = LogLevel.Warning, Message = "How often event {EventId} was tried for target {TargetId} of rule {RuleName} on bus {EventBusName} could not be recorded.")]
    internal static partial void DeliveryNotRecorded(
        this ILogger logger, Exception exception, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 9, Level = LogLevel.Error, Message = "The storage does not take the end of a delivery; it is committed again until it does.")]
    internal static partial void AcknowledgementFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = LogEventIds.Targets + 10, Level = LogLevel.Error, Message = "The dead letter of event {EventId} stays in storage: its queue {DeadLetterQueueArn} is not registered or failed. It is sent again after the next start. The delivery failed with {ErrorCode}: {ErrorMessage}")]
    internal static partial void DeadLetterKept(
        this ILogger logger, Exception? exception, Guid eventId, string deadLetterQueueArn, string errorCode, string errorMessage);

    [LoggerMessage(EventId = LogEventIds.Targets + 11, Level = LogLevel.Warning, Message = "Event {EventId} is not delivered to target {TargetId} of rule {RuleName} on bus {EventBusName} any more: that target does not exist.")]
    internal static partial void DeliveryWithoutTarget(this ILogger logger, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 15, Level = LogLevel.Error, Message = "Event {EventId} waits in storage for target {TargetId} of rule {RuleName} on bus {EventBusName}, which this process cannot resolve. A process that can delivers it when this one has ended.")]
    internal static partial void DeliveryOutOfReach(this ILogger logger, Guid eventId, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 12, Level = LogLevel.Information, Message = "{DeliveryCount} deliveries of {EventCount} events go on that were accepted before the start, and {DeadLetterCount} dead letters.")]
    internal static partial void DeliveriesRecovered(this ILogger logger, int deliveryCount, int eventCount, int deadLetterCount);

    [LoggerMessage(EventId = LogEventIds.Targets + 13, Level = LogLevel.Critical, Message = "What was accepted before the start could not be read; it stays in storage until the next start.")]
    internal static partial void DeliveryRecoveryFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = LogEventIds.Targets + 14, Level = LogLevel.Error, Message = "Target {TargetId} of the stored rule {RuleName} on bus {EventBusName} gets no events of this process, which cannot resolve it.")]
    internal static partial void StoredTargetUnresolved(this ILogger logger, Exception exception, string targetId, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.Targets + 7, Level = LogLevel.Warning, Message = "Target {TargetId} of rule {RuleName} on bus {EventBusName} blocks its thread and was moved aside; other targets go on.")]
    internal static partial void TargetMovedAside(this ILogger logger, string targetId, string ruleName, string eventBusName);
}
