using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalBridge.Diagnostics;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Tasks;
using TraceSpan = System.Diagnostics.Activity;

namespace LocalBridge.Workflows.Running;

/// <summary>Reports executions and tasks as spans and figures. Nothing is computed when nobody listens.</summary>
internal static class WorkflowTelemetry
{
    private static readonly Counter<long> Started =
        BridgeTelemetry.Meter.CreateCounter<long>("localbridge.executions.started", "{execution}", "Executions that were started.");

    private static readonly Counter<long> Ended =
        BridgeTelemetry.Meter.CreateCounter<long>("localbridge.executions.ended", "{execution}", "Executions that ended, by status.");

    private static readonly UpDownCounter<long> Running =
        BridgeTelemetry.Meter.CreateUpDownCounter<long>("localbridge.executions.running", "{execution}", "Executions that run in this process.");

    private static readonly Histogram<double> Duration =
        BridgeTelemetry.Meter.CreateHistogram<double>("localbridge.execution.duration", "s", "How long executions ran, by status.");

    internal static TraceSpan? CreateExecutionSpan(string executionArn, string stateMachineName)
    {
        if (!BridgeTelemetry.Source.HasListeners())
        {
            return null;
        }

        // Parented by whoever calls, here on his thread; started later.
        TraceSpan? span = BridgeTelemetry.Source.CreateActivity("execute " + stateMachineName, ActivityKind.Internal);
        return span?.SetTag("aws.step_functions.execution.arn", executionArn);
    }

    internal static void OnStarted(RunningExecution execution)
    {
        if (Started.Enabled || Running.Enabled)
        {
            KeyValuePair<string, object?> stateMachine = StateMachineTag(execution);
            Started.Add(1, stateMachine);
            Running.Add(1, stateMachine);
        }

        if (execution.Span is not null)
        {
            // Starting makes a span the current one of the thread, which belongs to all executions of the shard.
            TraceSpan? current = TraceSpan.Current;
            execution.Span.SetStartTime(execution.Start.StartTime.UtcDateTime).Start();
            TraceSpan.Current = current;
        }
    }

    internal static void OnAbandoned(RunningExecution execution)
    {
        if (Running.Enabled)
        {
            Running.Add(-1, StateMachineTag(execution));
        }
    }

    internal static void OnEnded(RunningExecution execution, ExecutionResult result)
    {
        if (Ended.Enabled || Running.Enabled || Duration.Enabled)
        {
            KeyValuePair<string, object?> stateMachine = StateMachineTag(execution);
            var status = new KeyValuePair<string, object?>("status", ExecutionStatusChange.ToWireName(result.Status));
            Running.Add(-1, stateMachine);
            Ended.Add(1, stateMachine, status);
            Duration.Record((result.StopDate - execution.Start.StartTime).TotalSeconds, stateMachine, status);
        }

        if (execution.Span is TraceSpan span)
        {
            if (result.Status != ExecutionStatus.Succeeded)
            {
                span.SetStatus(ActivityStatusCode.Error, result.Error);
            }

            TraceSpan? current = TraceSpan.Current;
            span.SetEndTime(result.StopDate.UtcDateTime).Stop();
            TraceSpan.Current = current;
        }
    }

    /// <summary>Starts the span of a task and makes it the current one, so that the handler's own spans are below it.</summary>
    internal static TraceSpan? StartTask(RunningExecution execution, ScheduleTaskCommand command)
    {
        if (!BridgeTelemetry.Source.HasListeners())
        {
            return null;
        }

        ActivityContext parent = execution.Span?.Context ?? default;
        return BridgeTelemetry.Source.StartActivity("task " + command.StateName, ActivityKind.Internal, parent)
            ?.SetTag("aws.step_functions.execution.arn", execution.Arn)
            .SetTag("aws.step_functions.task.resource", command.Resource.Text);
    }

    internal static void EndTask(TraceSpan? span, in TaskOutcome outcome)
    {
        if (span is not null)
        {
            if (outcome.Kind == TaskOutcomeKind.Failed)
            {
                span.SetStatus(ActivityStatusCode.Error, outcome.Error);
            }

            span.Stop();
        }
    }

    private static KeyValuePair<string, object?> StateMachineTag(RunningExecution execution) =>
        new("state_machine", execution.Start.StateMachineName);
}
