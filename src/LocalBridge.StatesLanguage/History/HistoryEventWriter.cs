using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Writes history events in the form of the AWS API (<c>GetExecutionHistory</c>).</summary>
internal static class HistoryEventWriter
{
    internal static JsonValue Write(HistoryEvent historyEvent)
    {
        var json = new JsonObjectBuilder(5);
        json.SetItem("timestamp", historyEvent.Timestamp.ToUnixTimeMilliseconds() / 1000d);
        json.SetItem("type", historyEvent.Type.ToString());
        json.SetItem("id", historyEvent.Id);
        json.SetItem("previousEventId", historyEvent.PreviousEventId);
        if (historyEvent.Details is { } details)
        {
            json.SetItem(GetMemberName(historyEvent.Type, details), Write(details));
        }

        return json.Build();
    }

    /// <summary>The member is named after the event's type, except that all kinds of states share two shapes.</summary>
    private static string GetMemberName(HistoryEventType type, HistoryEventDetails details) => details switch
    {
        StateEnteredEventDetails => "stateEnteredEventDetails",
        StateExitedEventDetails => "stateExitedEventDetails",
        _ => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..] + "EventDetails",
    };

    private static JsonValue Write(HistoryEventDetails details)
    {
        var json = new DetailsBuilder();
        switch (details)
        {
            case ExecutionStartedEventDetails started:
                json.Payload("input", started.Input).Text("roleArn", started.RoleArn);
                break;
            case ExecutionRedrivenEventDetails redriven:
                json.Number("redriveCount", redriven.RedriveCount);
                break;
            case StateEnteredEventDetails entered:
                json.Text("name", entered.Name).Payload("input", entered.Input);
                break;
            case StateExitedEventDetails exited:
                json.Text("name", exited.Name).Payload("output", exited.Output).Variables(exited.AssignedVariables);
                break;
            case OutputEventDetails output:
                json.Payload("output", output.Output);
                break;
            case FailureEventDetails failure:
                json.Text("error", failure.Error).Text("cause", failure.Cause);
                break;
            case LambdaFunctionScheduledEventDetails scheduled:
                json.Text("resource", scheduled.Resource).Payload("input", scheduled.Input).Number("timeoutInSeconds", scheduled.TimeoutInSeconds)
                    .Credentials(scheduled.TaskCredentials);
                break;
            case ActivityScheduledEventDetails scheduled:
                json.Text("resource", scheduled.Resource).Payload("input", scheduled.Input).Number("timeoutInSeconds", scheduled.TimeoutInSeconds)
                    .Number("heartbeatInSeconds", scheduled.HeartbeatInSeconds);
                break;
            case ActivityStartedEventDetails started:
                json.Text("workerName", started.WorkerName);
                break;
            case MapStateStartedEventDetails started:
                json.Number("length", started.Length);
                break;
            case MapIterationEventDetails iteration:
                json.Text("name", iteration.Name).Number("index", iteration.Index);
                break;
            case MapRunStartedEventDetails started:
                json.Text("mapRunArn", started.MapRunArn);
                break;
            case MapRunRedrivenEventDetails redriven:
                json.Text("mapRunArn", redriven.MapRunArn).Number("redriveCount", redriven.RedriveCount);
                break;
            case EvaluationFailedEventDetails failed:
                json.Text("error", failed.Error).Text("cause", failed.Cause).Text("location", failed.Location).Text("state", failed.State);
                break;
            default:
                WriteTask(json, details);
                break;
        }

        return json.Build();
    }

    private static void WriteTask(DetailsBuilder json, HistoryEventDetails details)
    {
        switch (details)
        {
            case TaskScheduledEventDetails scheduled:
                json.Text("resourceType", scheduled.ResourceType).Text("resource", scheduled.Resource).Text("region", scheduled.Region)
                    .Json("parameters", scheduled.Parameters).Number("timeoutInSeconds", scheduled.TimeoutInSeconds)
                    .Number("heartbeatInSeconds", scheduled.HeartbeatInSeconds).Credentials(scheduled.TaskCredentials);
                break;
            case TaskStartedEventDetails started:
                json.Text("resourceType", started.ResourceType).Text("resource", started.Resource);
                break;
            case TaskOutputEventDetails output:
                json.Text("resourceType", output.ResourceType).Text("resource", output.Resource).Payload("output", output.Output);
                break;
            case TaskFailureEventDetails failure:
                json.Text("resourceType", failure.ResourceType).Text("resource", failure.Resource).Text("error", failure.Error).Text("cause", failure.Cause);
                break;
            default:
                throw new InvalidOperationException($"No form is known for details of type {details.GetType().Name}.");
        }
    }
}
