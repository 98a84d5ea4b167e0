using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Passing;

/// <summary>Runs a Pass state.</summary>
internal static class PassStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, PassState state)
    {
        if (!EffectiveInput.TryEvaluate(step, frame, out JsonValue input, out StateError? error))
        {
            return StateOutcome.Failed(error);
        }

        return StateOutcome.Completed(state.Result.IsUndefined ? input : state.Result);
    }
}
