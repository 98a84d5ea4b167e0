using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Takes a state's raw input through <c>InputPath</c> and <c>Parameters</c>, in JSONata through <c>Arguments</c>.</summary>
internal static class EffectiveInput
{
    internal static bool TryEvaluate(StepContext step, Frame frame, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        State state = frame.Current;
        if (state.IsJsonata)
        {
            value = frame.Input;
            error = null;
            return state.Arguments is null || state.Arguments.TryEvaluate(step.Scope(frame, value), out value, out error);
        }

        if (!TrySelect(step, frame, out value, out error)
            || (state.Parameters is not null && !state.Parameters.TryEvaluate(step.Scope(frame, value), out value, out error)))
        {
            return false;
        }

        step.Inspection?.OnParameters(state, value);
        return true;
    }

    /// <summary>Takes a state's raw input through <c>InputPath</c> alone.</summary>
    internal static bool TrySelect(StepContext step, Frame frame, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        State state = frame.Current;
        if (!state.InputPath.TryEvaluate(step.Scope(frame, frame.Input), out value, out error))
        {
            return false;
        }

        step.Inspection?.OnSelected(state, value);
        return true;
    }
}
