using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Runs a Map state. Of an inline one it starts a frame for each item, as many at a time as allowed, which <see cref="ChildFrames"/> joins;
/// a distributed one becomes a Map Run (<see cref="MapRunStep"/>).</summary>
internal static class MapStep
{
    internal static StateOutcome Run(StepContext step, Frame frame, MapState state)
    {
        if (!EffectiveInput.TrySelect(step, frame, out JsonValue input, out StateError? error)
            || !state.MaxConcurrency.TryEvaluate(step.Scope(frame, input), out int limit, out error))
        {
            return StateOutcome.Failed(error);
        }

        // The items path is for items in the input: the service does not even look at it when an item reader is there.
        JsonValue items = JsonValue.Undefined;
        if (state.ItemReader is null && !TryGetItems(step, frame, state, input, out items, out error))
        {
            return StateOutcome.Failed(error);
        }

        if (step.Inspection is { } inspection)
        {
            return inspection.OnMap(step, frame, state, input, items, limit);
        }

        if (state.IsDistributed)
        {
            return MapRunStep.Run(step, frame, state, input, items, limit);
        }

        long startedId = step.Append(frame, HistoryEventType.MapStateStarted, new MapStateStartedEventDetails(items.Count));
        if (items.Count == 0)
        {
            step.Append(startedId, HistoryEventType.MapStateSucceeded);
            return StateOutcome.Completed(JsonValue.EmptyArray);
        }

        int allowed = step.Limits.MaximumInlineMapConcurrency;
        frame.Children = new ChildGroup(items.Count, limit == 0 ? allowed : Math.Min(limit, allowed)) { Items = items, Input = input };
        frame.Phase = FramePhase.AwaitingChildren;
        return StartIterations(step, frame, state, startedId) is { } failure ? StateOutcome.Failed(failure) : StateOutcome.Waiting;
    }

    /// <summary>Starts as many iterations as may run now.</summary>
    /// <returns>Why the next one cannot be started, or <see langword="null"/>.</returns>
    internal static StateError? StartIterations(StepContext step, Frame frame, MapState state, long previousEventId)
    {
        ChildGroup group = frame.Children!;
        while (group.CanStart)
        {
            JsonValue item = group.Items[group.Next];
            JsonValue input = item;
            if (state.ItemSelector is { } selector
                && !selector.TryEvaluate(step.Scope(frame, group.Input).WithItem(group.Next, item), out input, out StateError? error))
            {
                return error;
            }

            ChildFrames.Start(step, frame, state.Processor, input, item, previousEventId);
        }

        return null;
    }

    private static bool TryGetItems(
        StepContext step, Frame frame, MapState state, JsonValue input, out JsonValue items, [NotNullWhen(false)] out StateError? error)
    {
        items = input;
        error = null;
        if (state.IsJsonata)
        {
            return TryGetJsonataItems(step, frame, state, out items, out error);
        }

        if (state.ItemsPath is { } path && !step.Scope(frame, input).TryResolve(path, out items, out JsonPathError? pathError))
        {
            error = StateError.Runtime($"Invalid path '{path.Text}' : {pathError.Message}");
            return false;
        }

        if (!items.IsArray)
        {
            error = StateError.Runtime($"Reference path \"{state.ItemsPath?.Text ?? "$"}\" must point to array.");
            return false;
        }

        return true;
    }

    private static bool TryGetJsonataItems(
        StepContext step, Frame frame, MapState state, out JsonValue items, [NotNullWhen(false)] out StateError? error)
    {
        items = frame.Input;
        error = null;
        if (state.Items is not null)
        {
            return state.Items.TryEvaluate(step.Scope(frame, frame.Input), out items, out error);
        }

        if (!items.IsArray)
        {
            error = StateError.Evaluation($"Map state input must be an array but was: {items.ToJson()}", null);
            return false;
        }

        return true;
    }
}
