using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Decides what an error does to a frame: retry, catch, or fail (States Language specification, "Errors").</summary>
internal static class StateFailure
{
    internal static void Handle(StepContext step, Frame frame, StateError error)
    {
        State state = frame.Current;
        StateError placed = error.At(state.Name, frame.EnteredEventId);
        step.Inspection?.OnError(placed);
        bool failsAtEntry = placed.IsEvaluation && frame.PreviousEventId == frame.EnteredEventId;
        if (placed.IsEvaluation)
        {
            AppendEvaluationFailed(step, frame, placed);
        }

        if (!placed.IsTerminal && TryRetry(step, frame, placed))
        {
            return;
        }

        // A group of branches or iterations that had not begun fails as a group only when its expressions could not be evaluated.
        if (frame.Children is not null
            || frame.Phase == FramePhase.AwaitingMapRun
            || (failsAtEntry && state.Type is StateType.Map or StateType.Parallel))
        {
            frame.Children = null;
            frame.Phase = FramePhase.AwaitingChildren;
            step.Append(frame, state.Type == StateType.Map ? HistoryEventType.MapStateFailed : HistoryEventType.ParallelStateFailed);
        }

        if (!placed.IsTerminal && TryCatch(step, frame, placed, out StateError? catchError))
        {
            if (catchError is null)
            {
                return;
            }

            placed = catchError.At(state.Name, frame.EnteredEventId);
            step.Inspection?.OnError(placed);
            if (placed.IsEvaluation)
            {
                AppendEvaluationFailed(step, frame, placed);
            }
        }

        if (frame.Parent is null)
        {
            step.State.RemoveFrame(frame);
            ExecutionBoundary.Fail(step, frame, placed);
            return;
        }

        ChildFrames.Fail(step, frame, placed);
    }

    /// <summary>As recorded from the service: an expression that fails while its state is being entered follows the event before that entry.</summary>
    private static void AppendEvaluationFailed(StepContext step, Frame frame, StateError error)
    {
        bool isEntering = frame.PreviousEventId == frame.EnteredEventId && !error.IsUnusableValue;
        frame.PreviousEventId = step.Append(
            isEntering && frame.EntryPreviousEventId is { } previous ? previous : frame.PreviousEventId,
            HistoryEventType.EvaluationFailed,
            new EvaluationFailedEventDetails(error.Error!, error.Cause!, error.Location, frame.Current.Name));
    }

    private static bool TryRetry(StepContext step, Frame frame, StateError error)
    {
        State state = frame.Current;
        for (int i = 0; i < state.Retry.Length; i++)
        {
            Retrier retrier = state.Retry[i];
            if (!ErrorMatcher.Matches(retrier.ErrorEquals, error))
            {
                continue;
            }

            // The first retrier that names the error decides alone: when it is used up, no later one is asked.
            int[] counts = frame.RetrierCounts ??= new int[state.Retry.Length];
            if (counts[i] >= retrier.MaxAttempts)
            {
                step.Inspection?.OnRetrier(i, null);
                return false;
            }

            double random = retrier.JitterStrategy == JitterStrategy.Full ? step.State.Random.NextDouble() : 0;
            TimeSpan delay = retrier.GetDelay(counts[i], random);
            step.Inspection?.OnRetrier(i, delay);
            counts[i]++;
            frame.RetryCount++;
            frame.Children = null;
            frame.Phase = FramePhase.AwaitingRetry;
            frame.TimerId = step.StartTimer(frame, step.Time + delay);
            return true;
        }

        return false;
    }

    /// <returns><see langword="true"/> when a catcher names the error; <paramref name="catchError"/> then says whether catching it failed.</returns>
    private static bool TryCatch(StepContext step, Frame frame, StateError error, out StateError? catchError)
    {
        catchError = null;
        for (int i = 0; i < frame.Current.Catch.Length; i++)
        {
            Catcher catcher = frame.Current.Catch[i];
            if (!ErrorMatcher.Matches(catcher.ErrorEquals, error))
            {
                continue;
            }

            step.Inspection?.OnCatcher(i);

            if (TryShape(step, frame, catcher, CreateErrorOutput(error), out JsonValue output, out JsonObject? variables, out catchError))
            {
                if (step.IsTooLarge(output))
                {
                    catchError = StateError.DataLimitExceeded(frame.Current.Name);
                }
                else
                {
                    StateExit.Leave(step, frame, output, variables, catcher.Target);
                }
            }

            return true;
        }

        return false;
    }

    private static bool TryShape(
        StepContext step, Frame frame, Catcher catcher, JsonValue errorOutput, out JsonValue output, out JsonObject? variables, out StateError? error)
    {
        output = errorOutput;
        if (!frame.Current.IsJsonata)
        {
            return StateExit.TryAssign(step.Scope(frame, errorOutput), catcher.Assign, out variables, out error)
                && catcher.ResultPath.TryApply(frame.Input, errorOutput, out output, out error);
        }

        EvaluationScope scope = step.Scope(frame, frame.Input).WithErrorOutput(errorOutput);
        return StateExit.TryAssign(scope, catcher.Assign, out variables, out error)
            && (catcher.Output is null || catcher.Output.TryEvaluate(scope, out output, out error));
    }

    private static JsonValue CreateErrorOutput(StateError error)
    {
        var output = new JsonObjectBuilder(2);
        output.SetItem("Error", error.Error is null ? JsonValue.Null : error.Error);

        // A time-out has no cause in the history, but an empty one in the output; other errors without a cause show null.
        JsonValue noCause = error.Error == ErrorNames.Timeout ? JsonValue.EmptyString : JsonValue.Null;
        output.SetItem("Cause", error.Cause is null ? noCause : error.Cause);
        return output.Build();
    }
}
