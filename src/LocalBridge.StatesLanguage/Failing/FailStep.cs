using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Failing;

/// <summary>Runs a Fail state.</summary>
internal static class FailStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, FailState state)
    {
        EvaluationScope scope = step.Scope(frame, frame.Input);
        return state.Error.TryEvaluate(scope, out string? name, out StateError? error)
            && state.Cause.TryEvaluate(scope, out string? cause, out error)
                ? StateOutcome.Failed(new StateError(name, cause))
                : StateOutcome.Failed(error);
    }
}
