using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Runs a Parallel state: starts a frame for each branch. <see cref="ChildFrames"/> joins them.</summary>
internal static class ParallelStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, ParallelState state)
    {
        if (!EffectiveInput.TryEvaluate(step, frame, out JsonValue input, out StateError? error))
        {
            return StateOutcome.Failed(error);
        }

        if (step.Inspection is { } inspection)
        {
            return inspection.OnParallel();
        }

        long startedId = step.Append(frame, HistoryEventType.ParallelStateStarted);
        frame.Children = new ChildGroup(state.Branches.Length, int.MaxValue);
        frame.Phase = FramePhase.AwaitingChildren;
        foreach (StateGraph branch in state.Branches)
        {
            ChildFrames.Start(step, frame, branch, input, JsonValue.Undefined, startedId);
        }

        return StateOutcome.Waiting;
    }
}
