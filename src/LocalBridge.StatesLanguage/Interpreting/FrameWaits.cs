namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Gives up what a frame waits for.</summary>
internal static class FrameWaits
{
    /// <summary>Cancels the attempt and the timers, because the answer no longer matters.</summary>
    internal static void Cancel(StepContext step, Frame frame)
    {
        if (frame.AttemptId != 0)
        {
            step.Command(new CancelTaskCommand(frame.AttemptId));
        }

        Settle(step, frame);
    }

    /// <summary>Cancels the timers, because the answer has come.</summary>
    internal static void Settle(StepContext step, Frame frame)
    {
        frame.AttemptId = 0;
        step.CancelTimer(frame.TimerId);
        frame.TimerId = 0;
        step.CancelTimer(frame.HeartbeatTimerId);
        frame.HeartbeatTimerId = 0;
    }
}
