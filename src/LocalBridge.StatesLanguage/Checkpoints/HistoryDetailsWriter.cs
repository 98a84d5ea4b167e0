using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes the details of history events.</summary>
internal static class HistoryDetailsWriter
{
    /// <summary>Returns the number under which a kind of details is stored; none is used again for another.</summary>
    internal static int GetKind(HistoryEventDetails details) => details switch
    {
        StateEnteredEventDetails => 1,
        StateExitedEventDetails => 2,
        ExecutionStartedEventDetails => 3,
        OutputEventDetails => 4,
        FailureEventDetails => 5,
        LambdaFunctionScheduledEventDetails => 6,
        ActivityScheduledEventDetails => 7,
        ActivityStartedEventDetails => 8,
        TaskScheduledEventDetails => 9,
        TaskStartedEventDetails => 10,
        TaskOutputEventDetails => 11,
        TaskFailureEventDetails => 12,
        MapStateStartedEventDetails => 13,
        MapIterationEventDetails => 14,
        EvaluationFailedEventDetails => 15,
        ExecutionRedrivenEventDetails => 16,
        MapRunStartedEventDetails => 17,
        MapRunRedrivenEventDetails => 18,
        _ => throw new InvalidOperationException($"Details of the type '{details.GetType().Name}' cannot be stored."),
    };

    internal static void Write(CheckpointWriter writer, HistoryEventDetails details)
    {
        switch (details)
        {
            case StateEnteredEventDetails entered:
                writer.Text(DetailsTags.Name, entered.Name);
                writer.Json(DetailsTags.Data, entered.Input);
                break;
            case StateExitedEventDetails exited:
                writer.Text(DetailsTags.Name, exited.Name);
                writer.Json(DetailsTags.Data, exited.Output);
                if (exited.AssignedVariables is { } variables)
                {
                    writer.Json(DetailsTags.Variables, variables);
                }

                break;
            case ExecutionStartedEventDetails started:
                writer.Json(DetailsTags.Data, started.Input);
                writer.Text(DetailsTags.Resource, started.RoleArn);
                break;
            case OutputEventDetails output:
                writer.Json(DetailsTags.Data, output.Output);
                break;
            case FailureEventDetails failure:
                writer.Text(DetailsTags.Error, failure.Error);
                writer.Text(DetailsTags.Cause, failure.Cause);
                break;
            case LambdaFunctionScheduledEventDetails scheduled:
                writer.Text(DetailsTags.Resource, scheduled.Resource);
                writer.Json(DetailsTags.Data, scheduled.Input);
                writer.Optional(DetailsTags.Timeout, scheduled.TimeoutInSeconds);
                writer.Json(DetailsTags.Credentials, scheduled.TaskCredentials);
                break;
            case ActivityScheduledEventDetails scheduled:
                writer.Text(DetailsTags.Resource, scheduled.Resource);
                writer.Json(DetailsTags.Data, scheduled.Input);
                writer.Optional(DetailsTags.Timeout, scheduled.TimeoutInSeconds);
                writer.Optional(DetailsTags.Heartbeat, scheduled.HeartbeatInSeconds);
                break;
            case ActivityStartedEventDetails started:
                writer.Text(DetailsTags.Name, started.WorkerName);
                break;
            default:
                WriteTaskOrMap(writer, details);
                break;
        }
    }

    private static void WriteTaskOrMap(CheckpointWriter writer, HistoryEventDetails details)
    {
        switch (details)
        {
            case TaskScheduledEventDetails scheduled:
                writer.Text(DetailsTags.ResourceType, scheduled.ResourceType);
                writer.Text(DetailsTags.Resource, scheduled.Resource);
                writer.Text(DetailsTags.Region, scheduled.Region);
                writer.Json(DetailsTags.Data, scheduled.Parameters);
                writer.Optional(DetailsTags.Timeout, scheduled.TimeoutInSeconds);
                writer.Optional(DetailsTags.Heartbeat, scheduled.HeartbeatInSeconds);
                writer.Json(DetailsTags.Credentials, scheduled.TaskCredentials);
                break;
            case TaskStartedEventDetails started:
                writer.Text(DetailsTags.ResourceType, started.ResourceType);
                writer.Text(DetailsTags.Resource, started.Resource);
                break;
            case TaskOutputEventDetails output:
                writer.Text(DetailsTags.ResourceType, output.ResourceType);
                writer.Text(DetailsTags.Resource, output.Resource);
                writer.Json(DetailsTags.Data, output.Output);
                break;
            case TaskFailureEventDetails failure:
                writer.Text(DetailsTags.ResourceType, failure.ResourceType);
                writer.Text(DetailsTags.Resource, failure.Resource);
                writer.Text(DetailsTags.Error, failure.Error);
                writer.Text(DetailsTags.Cause, failure.Cause);
                break;
            case MapStateStartedEventDetails map:
                writer.Number(DetailsTags.Number, map.Length);
                break;
            case MapIterationEventDetails iteration:
                writer.Text(DetailsTags.Name, iteration.Name);
                writer.Number(DetailsTags.Number, iteration.Index);
                break;
            case EvaluationFailedEventDetails evaluation:
                writer.Text(DetailsTags.Error, evaluation.Error);
                writer.Text(DetailsTags.Cause, evaluation.Cause);
                writer.Text(DetailsTags.Location, evaluation.Location);
                writer.Text(DetailsTags.Name, evaluation.State);
                break;
            case ExecutionRedrivenEventDetails redriven:
                writer.Number(DetailsTags.Number, redriven.RedriveCount);
                break;
            case MapRunStartedEventDetails run:
                writer.Text(DetailsTags.Resource, run.MapRunArn);
                break;
            case MapRunRedrivenEventDetails run:
                writer.Text(DetailsTags.Resource, run.MapRunArn);
                writer.Number(DetailsTags.Number, run.RedriveCount);
                break;
            default:
                throw new InvalidOperationException($"Details of the type '{details.GetType().Name}' cannot be stored.");
        }
    }
}
