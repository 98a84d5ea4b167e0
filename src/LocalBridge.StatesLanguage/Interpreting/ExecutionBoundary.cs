using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Begins and ends executions.</summary>
internal static class ExecutionBoundary
{
    internal static void Start(StepContext step)
    {
        ExecutionState state = step.State;
        step.Append(0, HistoryEventType.ExecutionStarted, new ExecutionStartedEventDetails(state.Start.Input, state.Start.RoleArn));

        // The first state's event names event 0 as its previous one, not the start of the execution: so the service numbers it.
        Frame root = state.AddFrame(state.Definition.Graph, null, state.Start.MapItemIndex, state.Start.Input, 0, state.Start.MapItem);
        state.Ready.Enqueue(root);
        if (state.Definition.TimeoutSeconds is { } seconds)
        {
            state.TimeoutTimerId = step.StartTimer(root, step.Time.AddSeconds(seconds));
        }
    }

    internal static void Succeed(StepContext step, Frame root, JsonValue output)
    {
        step.Append(root, HistoryEventType.ExecutionSucceeded, new OutputEventDetails(output));
        step.CompleteExecution(ExecutionStatus.Succeeded, output, null);
    }

    internal static void Fail(StepContext step, Frame root, StateError error)
    {
        step.AppendLast(root.PreviousEventId, HistoryEventType.ExecutionFailed, new FailureEventDetails(error.Error, error.Cause));
        step.CompleteExecution(ExecutionStatus.Failed, JsonValue.Undefined, error);
    }

    internal static void Abort(StepContext step, string? error, string? cause)
    {
        EndFrames(step);
        step.AppendLast(0, HistoryEventType.ExecutionAborted, new FailureEventDetails(error, cause));
        step.CompleteExecution(ExecutionStatus.Aborted, JsonValue.Undefined, new StateError(error, cause));
    }

    internal static void TimeOut(StepContext step)
    {
        EndFrames(step);
        step.State.TimeoutTimerId = 0;
        step.AppendLast(0, HistoryEventType.ExecutionTimedOut, new FailureEventDetails(null, null));
        step.CompleteExecution(ExecutionStatus.TimedOut, JsonValue.Undefined, null);
    }

    internal static void FailForFullHistory(StepContext step)
    {
        EndFrames(step);
        var error = new StateError(
            ErrorNames.Runtime, $"The execution reached the maximum number of history events ({step.Limits.MaximumHistoryEvents}).");
        step.AppendLast(step.State.LastEventId, HistoryEventType.ExecutionFailed, new FailureEventDetails(error.Error, error.Cause));
        step.CompleteExecution(ExecutionStatus.Failed, JsonValue.Undefined, error);
    }

    private static void EndFrames(StepContext step)
    {
        foreach (Frame frame in step.State.Frames.ToArray())
        {
            FrameWaits.Cancel(step, frame);
            step.State.RemoveFrame(frame);
        }
    }
}
