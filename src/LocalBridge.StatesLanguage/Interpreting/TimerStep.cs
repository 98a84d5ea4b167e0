using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Lets a timer that is due act on the frame that asked for it.</summary>
internal static class TimerStep
{
    internal static void Fire(StepContext step, long timerId)
    {
        if (timerId == step.State.TimeoutTimerId)
        {
            ExecutionBoundary.TimeOut(step);
            return;
        }

        if (step.State.FindFrame(timerId) is not { } frame)
        {
            return;
        }

        if (frame.HeartbeatTimerId == timerId)
        {
            frame.HeartbeatTimerId = 0;
            TaskTimeout.Fail(step, frame, isHeartbeat: true);
            step.Resume(frame);
        }
        else if (frame.TimerId == timerId)
        {
            frame.TimerId = 0;
            Fire(step, frame);
            step.Resume(frame);
        }
    }

    private static void Fire(StepContext step, Frame frame)
    {
        switch (frame.Phase)
        {
            case FramePhase.AwaitingTask:
                TaskTimeout.Fail(step, frame, isHeartbeat: false);
                break;
            case FramePhase.AwaitingTime:
                FrameRunner.Settle(step, frame, WaitStep.End(step, frame));
                break;
            case FramePhase.AwaitingRetry:
                frame.Phase = FramePhase.Retrying;
                break;
            default:
                break;
        }
    }
}
