using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Records what happens to a task, in the words for its kind of resource.</summary>
internal static class TaskEvents
{
    internal static void AppendScheduled(StepContext step, Frame frame, TaskResource resource, in TaskRequest request)
    {
        switch (resource.Kind)
        {
            case TaskResourceKind.Function:
                step.Append(
                    frame,
                    HistoryEventType.LambdaFunctionScheduled,
                    step.RecordsHistory
                        ? new LambdaFunctionScheduledEventDetails(resource.Text, request.Input, request.TimeoutSeconds, request.Credentials)
                        : null);
                step.Append(frame, HistoryEventType.LambdaFunctionStarted);
                break;
            case TaskResourceKind.Activity:
                // Its start is recorded when a worker takes it.
                step.Append(
                    frame,
                    HistoryEventType.ActivityScheduled,
                    new ActivityScheduledEventDetails(resource.Text, request.Input, request.TimeoutSeconds, request.HeartbeatSeconds));
                break;
            default:
                step.Append(frame, HistoryEventType.TaskScheduled, step.RecordsHistory ? DescribeTask(step, resource, request) : null);
                step.Append(frame, HistoryEventType.TaskStarted, step.RecordsHistory ? new TaskStartedEventDetails(resource.ResourceType, resource.Action) : null);
                break;
        }
    }

    internal static void AppendSubmitted(StepContext step, Frame frame, TaskResource resource, JsonValue output)
    {
        if (resource.Kind == TaskResourceKind.Service)
        {
            step.Append(frame, HistoryEventType.TaskSubmitted, new TaskOutputEventDetails(resource.ResourceType, resource.Action, output));
        }
    }

    internal static void AppendActivityStarted(StepContext step, Frame frame, string? workerName) =>
        step.Append(frame, HistoryEventType.ActivityStarted, new ActivityStartedEventDetails(workerName));

    internal static void AppendSucceeded(StepContext step, Frame frame, TaskResource resource, JsonValue output)
    {
        HistoryEventType type = resource.Kind switch
        {
            TaskResourceKind.Function => HistoryEventType.LambdaFunctionSucceeded,
            TaskResourceKind.Activity => HistoryEventType.ActivitySucceeded,
            _ => HistoryEventType.TaskSucceeded,
        };
        HistoryEventDetails? details = !step.RecordsHistory ? null
            : resource.Kind is TaskResourceKind.Function or TaskResourceKind.Activity ? new OutputEventDetails(output)
            : new TaskOutputEventDetails(resource.ResourceType, resource.Action, output);
        step.Append(frame, type, details);
    }

    internal static void AppendFailed(StepContext step, Frame frame, TaskResource resource, StateError error) =>
        AppendFailure(step, frame, resource, error, HistoryEventType.LambdaFunctionFailed, HistoryEventType.ActivityFailed, HistoryEventType.TaskFailed);

    internal static void AppendTimedOut(StepContext step, Frame frame, TaskResource resource, StateError error) =>
        AppendFailure(step, frame, resource, error, HistoryEventType.LambdaFunctionTimedOut, HistoryEventType.ActivityTimedOut, HistoryEventType.TaskTimedOut);

    private static void AppendFailure(
        StepContext step, Frame frame, TaskResource resource, StateError error, HistoryEventType function, HistoryEventType activity, HistoryEventType service)
    {
        (HistoryEventType type, HistoryEventDetails details) = resource.Kind switch
        {
            TaskResourceKind.Function => (function, (HistoryEventDetails)new FailureEventDetails(error.Error, error.Cause)),
            TaskResourceKind.Activity => (activity, new FailureEventDetails(error.Error, error.Cause)),
            _ => (service, new TaskFailureEventDetails(resource.ResourceType, resource.Action, error.Error, error.Cause)),
        };
        step.Append(frame, type, details);
    }

    private static TaskScheduledEventDetails DescribeTask(StepContext step, TaskResource resource, in TaskRequest request) => new(
        resource.ResourceType,
        resource.Action,
        GetRegion(step.State.Start.StateMachineArn),
        request.Input,
        request.TimeoutSeconds,
        request.HeartbeatSeconds,
        request.Credentials);

    /// <summary>The Region stands in the fourth part of an ARN.</summary>
    private static string GetRegion(string arn)
    {
        string[] parts = arn.Split(':', 5);
        return parts.Length > 3 ? parts[3] : string.Empty;
    }
}
