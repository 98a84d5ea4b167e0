using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Runs a Wait state: asks for a timer, and goes on when it fires.</summary>
internal static class WaitStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, WaitState state)
    {
        if (!EffectiveInput.TrySelect(step, frame, out JsonValue input, out StateError? error)
            || !state.Time.TryGetEnd(step.Scope(frame, input), step.Time, out DateTimeOffset end, out error))
        {
            return StateOutcome.Failed(error);
        }

        if (end <= step.Time)
        {
            return StateOutcome.Completed(input);
        }

        frame.Phase = FramePhase.AwaitingTime;
        frame.TimerId = step.StartTimer(frame, end);
        return StateOutcome.Waiting;
    }

    internal static StateOutcome End(StepContext step, Frame frame) =>
        EffectiveInput.TrySelect(step, frame, out JsonValue input, out StateError? error)
            ? StateOutcome.Completed(input)
            : StateOutcome.Failed(error);
}
