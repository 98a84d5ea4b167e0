using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Succeeding;

/// <summary>Runs a Succeed state.</summary>
internal static class SucceedStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, SucceedState state) =>
        state.InputPath.TryEvaluate(step.Scope(frame, frame.Input), out JsonValue input, out StateError? error)
            ? StateOutcome.Completed(input)
            : StateOutcome.Failed(error);
}
