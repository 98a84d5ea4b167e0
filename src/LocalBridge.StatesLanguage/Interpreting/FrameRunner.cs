using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Succeeding;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Runs the frames that are ready until each waits for something or has ended.</summary>
internal static class FrameRunner
{
    /// <returns><see langword="true"/> when the transition budget of the step ran out before that.</returns>
    internal static bool Run(StepContext step)
    {
        Queue<Frame> ready = step.State.Ready;
        int budget = step.Limits.MaximumTransitionsPerStep;
        while (!step.HasEnded && ready.TryDequeue(out Frame? frame))
        {
            step.State.Changes?.OnChanged(frame);
            while (frame.Phase is FramePhase.Entering or FramePhase.Retrying)
            {
                if (budget-- == 0)
                {
                    ready.Enqueue(frame);
                    return true;
                }

                RunState(step, frame);
                if (step.HasHistoryOverflow)
                {
                    ExecutionBoundary.FailForFullHistory(step);
                }
            }
        }

        return false;
    }

    internal static void RunState(StepContext step, Frame frame)
    {
        State state = frame.Current;
        if (frame.Phase == FramePhase.Entering)
        {
            frame.EnteredTime = step.Time;
            frame.EntryPreviousEventId = frame.PreviousEventId;
            frame.EnteredEventId = step.AppendEntered(frame);
        }

        StateOutcome outcome = state switch
        {
            PassState pass => PassStep.Run(step, frame, pass),
            TaskState task => TaskStep.Run(step, frame, task),
            ChoiceState choice => ChoiceStep.Run(step, frame, choice),
            WaitState wait => WaitStep.Run(step, frame, wait),
            SucceedState => SucceedStep.Run(step, frame),
            FailState fail => FailStep.Run(step, frame, fail),
            ParallelState parallel => ParallelStep.Run(step, frame, parallel),
            MapState map => MapStep.Run(step, frame, map),
            _ => throw new InvalidOperationException($"The interpreter knows no state of type {state.Type}."),
        };
        Settle(step, frame, outcome);
        frame.EntryPreviousEventId = null;
    }

    /// <summary>Lets a frame go on with what came out of its state.</summary>
    internal static void Settle(StepContext step, Frame frame, in StateOutcome outcome)
    {
        if (outcome.Error is { } error)
        {
            StateFailure.Handle(step, frame, error);
        }
        else if (!outcome.IsWaiting)
        {
            StateExit.Complete(step, frame, outcome);
        }
    }
}
