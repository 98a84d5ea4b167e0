using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Takes the end of a Map Run. The state is left after <c>MapRunSucceeded</c>.</summary>
internal static class MapRunAnswer
{
    internal static void Take(StepContext step, Frame frame, in Stimulus stimulus)
    {
        if (frame.Phase != FramePhase.AwaitingMapRun)
        {
            return;
        }

        switch (stimulus.Kind)
        {
            case StimulusKind.TaskSucceeded:
                Succeed(step, frame, stimulus.Value);
                break;
            case StimulusKind.TaskFailed:
                FrameWaits.Settle(step, frame);
                FrameRunner.Settle(step, frame, Fail(step, frame, new StateError(stimulus.Error, stimulus.Cause)));
                break;
            default:
                throw new InvalidOperationException($"A stimulus of kind {stimulus.Kind} is not about a Map Run.");
        }

        step.Resume(frame);
    }

    /// <summary>Records that the Map Run of a frame has failed.</summary>
    internal static StateOutcome Fail(StepContext step, Frame frame, StateError error)
    {
        StateError placed = error.At(frame.Current.Name, frame.EnteredEventId);
        step.Append(frame, HistoryEventType.MapRunFailed, new FailureEventDetails(placed.Error, placed.Cause));
        return StateOutcome.Failed(placed);
    }

    private static void Succeed(StepContext step, Frame frame, JsonValue result)
    {
        FrameWaits.Settle(step, frame);
        long lastEventId = step.Append(frame, HistoryEventType.MapRunSucceeded);
        step.Append(lastEventId, HistoryEventType.MapStateSucceeded);
        frame.Phase = FramePhase.AwaitingChildren;
        StateExit.Complete(step, frame, StateOutcome.Completed(result));
    }
}
