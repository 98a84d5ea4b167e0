using LocalBridge.Diagnostics;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Storage;
using LocalBridge.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Hosting;

/// <summary>Publishes status changes of executions on the default bus, as the service does.</summary>
internal sealed class ExecutionEventPublisher(EventBusServices services, EventBusRegistry eventBuses) : IExecutionEvents
{
    private readonly ILogger _logger = services.LoggerFactory.CreateLogger("LocalBridge.EventBuses");

    public bool IsWanted => eventBuses.DefaultEventBus.Rules.Matcher.HasRules;

    public void OnStatusChanged(ExecutionRecord execution) => _ = PublishAsync(execution);

    private async Task PublishAsync(ExecutionRecord execution)
    {
        DateTimeOffset now = services.TimeProvider.GetUtcNow();
        var envelope = new EventEnvelope(
            services.Origin,
            services.Identifiers.NewGuid(),
            ExecutionStatusChange.Source,
            ExecutionStatusChange.DetailType,
            new EventStamp(execution.StopDate ?? now, now, [execution.ExecutionArn], null, null),
            ExecutionStatusChange.WriteDetail(execution).AsObject());
        try
        {
            await eventBuses.DefaultEventBus.ForwardAsync(envelope, null, services.StopToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _logger.StatusChangeNotPublished(exception, execution.ExecutionArn);
        }
    }
}
