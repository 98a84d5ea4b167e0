using LocalBridge.Diagnostics;
using LocalBridge.StatesLanguage.Interpreting;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Workflows.Running;

/// <summary>The log messages of the workflows (1200-1299).</summary>
internal static partial class WorkflowLog
{
    [LoggerMessage(LogEventIds.Workflows, LogLevel.Debug, "Execution {ExecutionArn} started.")]
    internal static partial void ExecutionStarted(this ILogger logger, string executionArn);

    [LoggerMessage(LogEventIds.Workflows + 1, LogLevel.Debug, "Execution {ExecutionArn} ended as {Status}.")]
    internal static partial void ExecutionEnded(this ILogger logger, string executionArn, ExecutionStatus status);

    [LoggerMessage(LogEventIds.Workflows + 2, LogLevel.Warning, "Execution {ExecutionArn} ended as {Status} with error '{Error}'.")]
    internal static partial void ExecutionFailed(this ILogger logger, string executionArn, ExecutionStatus status, string? error);

    [LoggerMessage(LogEventIds.Workflows + 3, LogLevel.Debug, "The task of state '{StateName}' of execution {ExecutionArn} threw; resource {Resource}.")]
    internal static partial void TaskThrew(this ILogger logger, Exception exception, string executionArn, string stateName, string resource);

    [LoggerMessage(LogEventIds.Workflows + 4, LogLevel.Warning, "What the task of state '{StateName}' of execution {ExecutionArn} does when cancelled threw.")]
    internal static partial void TaskCancellationFailed(this ILogger logger, Exception exception, string executionArn, string stateName);

    [LoggerMessage(LogEventIds.Workflows + 5, LogLevel.Error, "The interpreter failed on {Stimulus} of execution {ExecutionArn}; the execution is failed.")]
    internal static partial void InterpreterFailed(this ILogger logger, Exception exception, string executionArn, StimulusKind stimulus);

    [LoggerMessage(LogEventIds.Workflows + 6, LogLevel.Critical, "A shard of the workflow engine failed and goes on.")]
    internal static partial void ShardFailed(this ILogger logger, Exception exception);

    [LoggerMessage(LogEventIds.Workflows + 7, LogLevel.Error, "A commit of {OperationCount} operations failed; what is in flight is committed again.")]
    internal static partial void CommitFailed(this ILogger logger, Exception exception, int operationCount);

    [LoggerMessage(LogEventIds.Workflows + 8, LogLevel.Information, "The storage takes commits again.")]
    internal static partial void StorageRecovered(this ILogger logger);

    [LoggerMessage(LogEventIds.Workflows + 9, LogLevel.Error, "Execution {ExecutionArn} was changed by somebody else and is given up in this process.")]
    internal static partial void ExecutionFenced(this ILogger logger, Exception exception, string executionArn);

    [LoggerMessage(LogEventIds.Workflows + 10, LogLevel.Information, "The workflow engine started with {StateMachineCount} state machines and {ExecutionCount} open executions.")]
    internal static partial void EngineStarted(this ILogger logger, int stateMachineCount, int executionCount);

    [LoggerMessage(LogEventIds.Workflows + 11, LogLevel.Warning, "Tasks were still running {DrainTimeout} after the workflow engine began to stop; they are cancelled.")]
    internal static partial void DrainTimedOut(this ILogger logger, TimeSpan drainTimeout);

    [LoggerMessage(LogEventIds.Workflows + 12, LogLevel.Error, "The status change of execution {ExecutionArn} could not be emitted.")]
    internal static partial void StatusChangeFailed(this ILogger logger, Exception exception, string executionArn);

    [LoggerMessage(LogEventIds.Workflows + 13, LogLevel.Error, "Map Run {MapRunArn} failed to read its items or to write its results.")]
    internal static partial void MapRunFailed(this ILogger logger, Exception exception, string mapRunArn);

    [LoggerMessage(LogEventIds.Workflows + 14, LogLevel.Error, "The child execution {ExecutionArn} of a Map Run could not be started.")]
    internal static partial void MapRunChildFailed(this ILogger logger, Exception exception, string executionArn);

    [LoggerMessage(LogEventIds.Workflows + 16, LogLevel.Error, "The lease on the storage was lost; {ExecutionCount} executions of a shard are given up in this process.")]
    internal static partial void ExecutionsSurrendered(this ILogger logger, Exception exception, int executionCount);

    [LoggerMessage(LogEventIds.Workflows + 17, LogLevel.Warning, "{ExecutionCount} open executions of a process that ended or lost its lease were taken over.")]
    internal static partial void ExecutionsTakenOver(this ILogger logger, int executionCount);

    [LoggerMessage(LogEventIds.Workflows + 15, LogLevel.Warning, "What is known of the Map Run {MapRunArn} could not be stored.")]
    internal static partial void MapRunNotKept(this ILogger logger, Exception exception, string mapRunArn);

    [LoggerMessage(LogEventIds.Workflows + 18, LogLevel.Warning, "A message between this process and another one that shares its storage was not received, answered or sent; who waits for it asks again.")]
    internal static partial void DistantMessageFailed(this ILogger logger, Exception exception);
}
