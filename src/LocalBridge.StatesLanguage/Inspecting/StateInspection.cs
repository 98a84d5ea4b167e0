using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Inspecting;

/// <summary>Watches a state that is tested alone, and answers in the place of its branches or iterations.</summary>
/// <remarks>What is shown for which type of state is as recorded from the service.</remarks>
internal sealed class StateInspection(StateTestOptions options)
{
    internal InspectionData Data { get; } = new() { Input = options.Start.Input };

    /// <summary>The state's output, once it has been left.</summary>
    internal JsonValue Output { get; private set; }

    internal State? Next { get; private set; }

    internal StateError? Error { get; private set; }

    /// <summary>What makes the test itself impossible; null for nothing.</summary>
    internal string? Fault { get; private set; }

    internal void OnSelected(State state, JsonValue selected)
    {
        if (!state.IsJsonata && ShowsInput(state))
        {
            Data.AfterInputPath = selected;
        }
    }

    internal void OnParameters(State state, JsonValue value)
    {
        if (state.IsJsonata)
        {
            Data.AfterArguments = state.Type == StateType.Task ? value : Data.AfterArguments;
        }
        else if (ShowsInput(state))
        {
            Data.AfterParameters = value;
        }
    }

    internal void OnResult(State state, JsonValue result)
    {
        if (state.Type == StateType.Task || (state is PassState { Result.IsUndefined: false } && !state.IsJsonata))
        {
            Data.Result = result;
        }
    }

    internal void OnResultSelector(State state, JsonValue value)
    {
        if (HasResultPath(state))
        {
            Data.AfterResultSelector = value;
        }
    }

    internal void OnResultPath(State state, JsonValue value)
    {
        if (HasResultPath(state))
        {
            Data.AfterResultPath = value;
        }
    }

    internal StateOutcome OnParallel() => AnswerForChildren();

    internal StateOutcome OnMap(StepContext step, Frame frame, MapState state, JsonValue input, JsonValue items, int maxConcurrency)
    {
        Data.MaxConcurrency = maxConcurrency;
        if (!state.IsJsonata)
        {
            Data.AfterItemsPath = items;
        }

        JsonValue all = items.IsArray ? items : options.ItemReaderData;
        if (state.ItemSelector is { } selector && all.IsArray)
        {
            var inputs = new JsonArrayBuilder(all.Count);
            for (int i = 0; i < all.Count; i++)
            {
                if (!selector.TryEvaluate(step.Scope(frame, input).WithItem(i, all[i]), out JsonValue selected, out StateError? error))
                {
                    return StateOutcome.Failed(error);
                }

                inputs.Add(selected);
            }

            Data.AfterItemSelector = inputs.Build();
        }

        if (!Tolerance.TryEvaluate(state, step.Scope(frame, input), out Tolerance tolerance, out StateError? toleranceError))
        {
            return StateOutcome.Failed(toleranceError);
        }

        Data.ToleratedFailureCount = (int?)tolerance.Count;
        Data.ToleratedFailurePercentage = tolerance.Percentage;
        int iterations = all.IsArray ? all.Count : options.ChildrenResult.Count;
        if (options.MapIterationFailureCount > iterations)
        {
            Fault = "Map iteration failure count must be less than or equal to the number of Map iterations";
        }

        return IsBeyond(tolerance, iterations)
            ? StateOutcome.Failed(new StateError(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded"))
            : AnswerForChildren();
    }

    internal void OnLeft(Frame frame, JsonValue output, State? next)
    {
        Output = output;
        Next = next;
        if (frame.Variables.Own.Count > 0)
        {
            Data.Variables = frame.Variables.Own;
        }
    }

    internal void OnError(StateError error) => Error = error;

    internal void OnRetrier(int index, TimeSpan? delay)
    {
        InspectionErrorDetails details = Data.ErrorDetails ??= new InspectionErrorDetails();
        details.RetryIndex = index;
        details.RetryBackoffIntervalSeconds = delay is { } interval ? (int)interval.TotalSeconds : null;
    }

    internal void OnCatcher(int index) => (Data.ErrorDetails ??= new InspectionErrorDetails()).CatchIndex = index;

    /// <summary>As recorded: without a tolerance in the definition, no number of failures is beyond it.</summary>
    private bool IsBeyond(Tolerance tolerance, int iterations) =>
        options.MapIterationFailureCount is { } failures
        && (failures > tolerance.Count || (iterations > 0 && failures * 100.0 / iterations > tolerance.Percentage));

    private static bool ShowsInput(State state) => state is not PassState { Result.IsUndefined: false } && state.Type != StateType.Parallel;

    private static bool HasResultPath(State state) => state.Type is StateType.Pass or StateType.Task or StateType.Parallel or StateType.Map;

    private StateOutcome AnswerForChildren() => options.ChildrenResult.IsUndefined
        ? StateOutcome.Failed(new StateError(options.ChildrenError, options.ChildrenCause))
        : StateOutcome.Completed(options.ChildrenResult);
}
