using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Takes what the world outside says of an attempt. Answers to attempts that are no longer awaited are ignored.</summary>
internal static class TaskAnswer
{
    internal static void Take(StepContext step, in Stimulus stimulus)
    {
        if (step.State.FindFrame(stimulus.Id) is not { } frame || frame.AttemptId != stimulus.Id)
        {
            return;
        }

        if (frame.Current is not TaskState state)
        {
            MapRunAnswer.Take(step, frame, stimulus);
            return;
        }

        switch (stimulus.Kind)
        {
            case StimulusKind.TaskStarted:
                TaskEvents.AppendActivityStarted(step, frame, stimulus.Error);
                TaskTimeout.RestartHeartbeat(step, frame);
                break;
            case StimulusKind.TaskSubmitted:
                TaskEvents.AppendSubmitted(step, frame, state.Resource, stimulus.Value);
                break;
            case StimulusKind.TaskHeartbeat:
                TaskTimeout.RestartHeartbeat(step, frame);
                break;
            case StimulusKind.TaskSucceeded:
                Succeed(step, frame, state, stimulus.Value);
                break;
            case StimulusKind.TaskFailed:
                Fail(step, frame, state, new StateError(stimulus.Error, stimulus.Cause) { IsTaskFailure = true });
                break;
            default:
                throw new InvalidOperationException($"A stimulus of kind {stimulus.Kind} is not about a task.");
        }
    }

    private static void Succeed(StepContext step, Frame frame, TaskState state, JsonValue output)
    {
        if (step.IsTooLarge(output))
        {
            string name = state.Resource.Kind == TaskResourceKind.Service ? state.Resource.ResourceType : state.Resource.Text;
            Fail(step, frame, state, StateError.DataLimitExceeded(name) with { IsTerminal = false, IsTaskFailure = true });
            return;
        }

        FrameWaits.Settle(step, frame);
        TaskEvents.AppendSucceeded(step, frame, state.Resource, output);
        StateExit.Complete(step, frame, StateOutcome.Completed(output));
        step.Resume(frame);
    }

    private static void Fail(StepContext step, Frame frame, TaskState state, StateError error)
    {
        FrameWaits.Settle(step, frame);
        TaskEvents.AppendFailed(step, frame, state.Resource, error);
        StateFailure.Handle(step, frame, error);
        step.Resume(frame);
    }
}
