using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Makes the frames of an execution from what was stored of them: joins each with its parent, and its states with the definition.</summary>
internal static class FrameRestorer
{
    internal static void Restore(ExecutionState state, SortedDictionary<int, StoredFrame> frames)
    {
        foreach (StoredFrame stored in frames.Values)
        {
            foreach (StoredFrame next in FindUnmade(frames, stored))
            {
                Restore(state, frames, next);
            }
        }

        // A group starts its frames by rising index, and gives them up in that order.
        foreach (StoredFrame stored in frames.Values.OrderBy(static stored => stored.Index))
        {
            if (stored.ParentSlot is { } parent)
            {
                frames[parent].Children!.Start(stored.Frame!);
            }
        }

        foreach (StoredFrame stored in frames.Values)
        {
            if (stored.Children is { } group && group.Next > group.Count)
            {
                throw new CheckpointFormatException($"The stored group of frame {stored.Slot} has more frames and results than places.");
            }
        }

        state.FindFreeSlots();
    }

    /// <summary>Finds the frames that must be made for one, the outermost first.</summary>
    private static Stack<StoredFrame> FindUnmade(SortedDictionary<int, StoredFrame> frames, StoredFrame stored)
    {
        var unmade = new Stack<StoredFrame>();
        for (StoredFrame? current = stored; current is { Frame: null }; current = current.ParentSlot is { } slot ? Find(frames, slot) : null)
        {
            if (unmade.Count == frames.Count)
            {
                throw new CheckpointFormatException($"The stored frame {stored.Slot} is its own parent: the bytes are damaged.");
            }

            unmade.Push(current);
        }

        return unmade;
    }

    private static StoredFrame Find(SortedDictionary<int, StoredFrame> frames, int slot) => frames.TryGetValue(slot, out StoredFrame? frame)
        ? frame
        : throw new CheckpointFormatException($"The frame {slot} is missing among the stored parts.");

    private static void Restore(ExecutionState state, SortedDictionary<int, StoredFrame> frames, StoredFrame stored)
    {
        Frame? parent = stored.ParentSlot is { } slot ? frames[slot].Frame : null;
        StateGraph graph = parent is null ? state.Definition.Graph : FindGraph(parent, stored.Index);
        if (!graph.TryGetState(stored.StateName, out State? current))
        {
            throw new CheckpointFormatException(
                $"The stored execution '{state.Start.ExecutionArn}' stands in the state '{stored.StateName}', which the definition does not have "
                + "there: it belongs to another revision of the definition.");
        }

        if (stored.Phase == FramePhase.Ended || !Enum.IsDefined(stored.Phase)
            || (stored.RetrierCounts is { } counts && counts.Count != current.Retry.Length)
            || (stored.Phase == FramePhase.AwaitingMapRun && current is not MapState { IsDistributed: true })
            || (stored.Children is not null && current is not (MapState or ParallelState)))
        {
            throw new CheckpointFormatException($"What is stored of the state '{stored.StateName}' does not fit it: the bytes are damaged.");
        }

        var frame = new Frame(stored.Slot, graph, parent, stored.Index, stored.Input, stored.PreviousEventId)
        {
            Current = current,
            Phase = stored.Phase,
            EnteredEventId = stored.EnteredEventId,
            EnteredTime = stored.EnteredTime,
            RetryCount = stored.RetryCount,
            RetrierCounts = stored.RetrierCounts?.ToArray(),
            AttemptId = stored.AttemptId,
            TaskToken = stored.TaskToken,
            TimerId = stored.TimerId,
            HeartbeatTimerId = stored.HeartbeatTimerId,
            HeartbeatSeconds = stored.HeartbeatSeconds,
            Item = stored.Item,
            Children = stored.Children,
            IsStored = true,
            StoredChildren = stored.Children,
        };
        frame.Variables.Assign(stored.Variables);
        stored.Frame = frame;
        state.Place(frame);
    }

    private static StateGraph FindGraph(Frame parent, int index)
    {
        if (parent.Children is { } group && index < group.Count)
        {
            switch (parent.Current)
            {
                case MapState map:
                    return map.Processor;
                case ParallelState parallel when index < parallel.Branches.Length:
                    return parallel.Branches[index];
                default:
                    break;
            }
        }

        throw new CheckpointFormatException(
            $"A stored branch or iteration {index} has no place in the state '{parent.Current.Name}': it belongs to another revision of the definition, or is damaged.");
    }
}
