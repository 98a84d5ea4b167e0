using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Runs a Choice state: the first rule that holds decides.</summary>
internal static class ChoiceStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, ChoiceState state)
    {
        if (!EffectiveInput.TrySelect(step, frame, out JsonValue input, out StateError? error))
        {
            return StateOutcome.Failed(error);
        }

        foreach (ChoiceBranch branch in state.Choices)
        {
            if (!branch.Rule.TryEvaluate(step.Scope(frame, input), out bool holds, out error))
            {
                return StateOutcome.Failed(error);
            }

            if (holds)
            {
                return StateOutcome.Chosen(input, branch.Target, branch.Assign, branch.Output);
            }
        }

        // Differs from the specification, which names States.NoChoiceMatched here: this is what the service answers.
        return state.DefaultState is { } target
            ? StateOutcome.Chosen(input, target, state.Assign, state.Output)
            : StateOutcome.Failed(StateError.Runtime("Failed to transition out of the state. The state does not point to a next state."));
    }
}
