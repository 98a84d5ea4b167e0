using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Workflows.Persisting;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Workflows.Running;

/// <summary>Emits the status changes of Standard executions to the default bus.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class ExecutionEventPublisher(EventBus defaultEventBus, ILogger logger) : IExecutionEvents
{
    /// <inheritdoc/>
    public bool IsWanted => !defaultEventBus.Rules.Rules.IsEmpty;

    /// <inheritdoc/>
    public void OnStatusChanged(ExecutionRecord execution) => _ = PublishAsync(execution);

    private async Task PublishAsync(ExecutionRecord execution)
    {
        try
        {
            var options = new PublishOptions { Resources = [execution.ExecutionArn] };
            await defaultEventBus
                .PublishAsync(ExecutionStatusChange.Source, ExecutionStatusChange.DetailType, ExecutionStatusChange.WriteDetail(execution), options)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The bus was disposed before the workflows, or refused the event: the execution itself is not concerned.
            logger.StatusChangeFailed(exception, execution.ExecutionArn);
        }
    }
}
