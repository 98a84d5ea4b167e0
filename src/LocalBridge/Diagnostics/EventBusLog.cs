using LocalBridge.Rules;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Diagnostics;

/// <summary>Log messages of the event buses (ids 1000-1099).</summary>
internal static partial class EventBusLog
{
    [LoggerMessage(EventId = LogEventIds.EventBuses, Level = LogLevel.Debug, Message = "Event {EventId} ({Source}, {DetailType}) was accepted on bus {EventBusName} for {TargetCount} targets.")]
    internal static partial void EventAccepted(this ILogger logger, Guid eventId, string source, string detailType, string eventBusName, int targetCount);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 1, Level = LogLevel.Debug, Message = "Event {EventId} names the bus {EventBusName}, which does not exist; it was accepted and has vanished, as in the service.")]
    internal static partial void EventForUnknownBus(this ILogger logger, Guid eventId, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 2, Level = LogLevel.Warning, Message = "Event {EventId} came back to bus {EventBusName}, through which it has passed already; the loop was stopped.")]
    internal static partial void EventLoopStopped(this ILogger logger, Guid eventId, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 3, Level = LogLevel.Information, Message = "Event bus {EventBusName} was created.")]
    internal static partial void EventBusCreated(this ILogger logger, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 4, Level = LogLevel.Information, Message = "Event bus {EventBusName} was deleted.")]
    internal static partial void EventBusDeleted(this ILogger logger, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 5, Level = LogLevel.Information, Message = "Rule {RuleName} was put on bus {EventBusName}, {State}.")]
    internal static partial void RulePut(this ILogger logger, string ruleName, string eventBusName, RuleState state);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 6, Level = LogLevel.Information, Message = "Rule {RuleName} was deleted from bus {EventBusName}.")]
    internal static partial void RuleDeleted(this ILogger logger, string ruleName, string eventBusName);

    [LoggerMessage(EventId = LogEventIds.EventBuses + 7, Level = LogLevel.Error, Message = "The status change of execution {ExecutionArn} could not be published.")]
    internal static partial void StatusChangeNotPublished(this ILogger logger, Exception exception, string executionArn);
}
