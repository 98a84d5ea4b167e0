using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Succeeding;

/// <summary>Runs a Succeed state.</summary>
internal static class SucceedStep
{
    internal static StateOutcome Run(StepContext step, Frame frame) =>
        EffectiveInput.TrySelect(step, frame, out JsonValue input, out StateError? error)
            ? StateOutcome.Completed(input)
            : StateOutcome.Failed(error);
}
