using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Ends tasks that take too long or are silent for too long.</summary>
internal static class TaskTimeout
{
    internal static void RestartHeartbeat(StepContext step, Frame frame)
    {
        if (frame.HeartbeatSeconds is { } seconds)
        {
            step.CancelTimer(frame.HeartbeatTimerId);
            frame.HeartbeatTimerId = step.StartTimer(frame, step.Time.AddSeconds(seconds));
        }
    }

    internal static void Fail(StepContext step, Frame frame, bool isHeartbeat)
    {
        FrameWaits.Cancel(step, frame);
        var error = new StateError(ErrorNames.Timeout, null) { IsTaskFailure = true, IsHeartbeatTimeout = isHeartbeat };
        TaskEvents.AppendTimedOut(step, frame, ((TaskState)frame.Current).Resource, error);
        StateFailure.Handle(step, frame, error);
    }
}
