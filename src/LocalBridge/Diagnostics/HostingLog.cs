using Microsoft.Extensions.Logging;

namespace LocalBridge.Diagnostics;

/// <summary>Log messages of the host (ids 1300-1399).</summary>
internal static partial class HostingLog
{
    [LoggerMessage(EventId = LogEventIds.Hosting, Level = LogLevel.Information, Message = "The bridge has started: {EventBusCount} event buses, {StateMachineCount} state machines added.")]
    internal static partial void BridgeStarted(this ILogger logger, int eventBusCount, int stateMachineCount);

    [LoggerMessage(EventId = LogEventIds.Hosting + 3, Level = LogLevel.Warning, Message = "What is older than wanted could not be removed from storage; it is tried again later.")]
    internal static partial void RetentionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = LogEventIds.Hosting + 1, Level = LogLevel.Information, Message = "The bridge has stopped.")]
    internal static partial void BridgeStopped(this ILogger logger);

    [LoggerMessage(EventId = LogEventIds.Hosting + 2, Level = LogLevel.Error, Message = "The bridge stopped before everything was delivered: {AbandonedCount} events or deliveries were given up.")]
    internal static partial void DrainTimedOut(this ILogger logger, int abandonedCount);

    [LoggerMessage(EventId = LogEventIds.Hosting + 3, Level = LogLevel.Warning, Message = "The lease on the storage could not be renewed, or nothing be taken over; both are tried again.")]
    internal static partial void LeaseNotKept(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = LogEventIds.Hosting + 5, Level = LogLevel.Warning, Message = "Another process changed definitions, which could not be read; it is tried again at the next look for its work.")]
    internal static partial void DefinitionsNotReloaded(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = LogEventIds.Hosting + 4, Level = LogLevel.Warning, Message = "The bridge works again as a new owner of the storage, after its lease had been lost.")]
    internal static partial void LeaseRegained(this ILogger logger);
}
