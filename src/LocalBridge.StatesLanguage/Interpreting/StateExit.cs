using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Takes a state's result through <c>ResultSelector</c>, <c>ResultPath</c>, <c>Assign</c> and <c>OutputPath</c>, in JSONata through
/// <c>Assign</c> and <c>Output</c>, and its frame to the next state (States Language specification, "Input and output processing").</summary>
internal static class StateExit
{
    internal static void Complete(StepContext step, Frame frame, in StateOutcome outcome)
    {
        State state = frame.Current;
        if (!TryShape(step, frame, outcome, out JsonValue output, out JsonObject? variables, out StateError? error))
        {
            StateFailure.Handle(step, frame, error!);
            return;
        }

        Leave(step, frame, output, variables, outcome.Next ?? state.NextState);
    }

    /// <summary>Leaves a state with its final output.</summary>
    internal static void Leave(StepContext step, Frame frame, JsonValue output, JsonObject? variables, State? next)
    {
        step.AppendExited(frame, output, variables);
        if (variables is not null)
        {
            frame.Variables.Assign(variables);
        }

        step.Inspection?.OnLeft(frame, output, next);

        if (next is not null)
        {
            frame.MoveTo(next, output);
            return;
        }

        if (frame.Parent is null)
        {
            step.State.RemoveFrame(frame);
            ExecutionBoundary.Succeed(step, frame, output);
            return;
        }

        ChildFrames.Succeed(step, frame, output);
    }

    /// <summary>Evaluates a template of variables; none give null.</summary>
    internal static bool TryAssign(EvaluationScope scope, PayloadTemplate? template, out JsonObject? variables, out StateError? error)
    {
        variables = null;
        error = null;
        if (template is null)
        {
            return true;
        }

        if (!template.TryEvaluate(scope, out JsonValue value, out error))
        {
            return false;
        }

        variables = value.AsObject();
        error = VariableLimits.Check(scope.Step, scope.Frame, variables);
        return error is null;
    }

    private static bool TryShape(
        StepContext step, Frame frame, in StateOutcome outcome, out JsonValue output, out JsonObject? variables, out StateError? error)
    {
        State state = frame.Current;
        JsonValue result = outcome.Result;
        variables = null;
        output = default;
        step.Inspection?.OnResult(state, result);
        if (state.IsJsonata)
        {
            return TryShapeJsonata(step, frame, outcome, out output, out variables, out error);
        }

        if (state.ResultSelector is { } selector && !selector.TryEvaluate(step.Scope(frame, result), out result, out error))
        {
            return false;
        }

        step.Inspection?.OnResultSelector(state, result);
        if (!TryAssign(step.Scope(frame, result), outcome.Next is null ? state.Assign : outcome.Assign, out variables, out error)
            || !state.ResultPath.TryApply(frame.Input, result, out JsonValue combined, out error))
        {
            return false;
        }

        step.Inspection?.OnResultPath(state, combined);
        if (!state.OutputPath.TryEvaluate(step.Scope(frame, combined), out output, out error))
        {
            return false;
        }

        error = step.IsTooLarge(output) ? StateError.DataLimitExceeded(state.Name) : null;
        return error is null;
    }

    /// <summary><c>Assign</c> and <c>Output</c> see the same variables: what is assigned shows from the next state on.</summary>
    private static bool TryShapeJsonata(
        StepContext step, Frame frame, in StateOutcome outcome, out JsonValue output, out JsonObject? variables, out StateError? error)
    {
        State state = frame.Current;
        output = outcome.Result;
        EvaluationScope scope = step.Scope(frame, frame.Input).WithResult(outcome.Result);
        PayloadTemplate? template = outcome.Next is null ? state.Output : outcome.Output;
        if (!TryAssign(scope, outcome.Next is null ? state.Assign : outcome.Assign, out variables, out error)
            || (template is not null && !template.TryEvaluate(scope, out output, out error)))
        {
            return false;
        }

        error = step.IsTooLarge(output) ? StateError.DataLimitExceeded(state.Name) : null;
        return error is null;
    }
}
