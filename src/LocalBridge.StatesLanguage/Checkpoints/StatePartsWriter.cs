using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes the parts of an execution's state, all of them or the changed ones.</summary>
internal static class StatePartsWriter
{
    internal static void WriteAll(ExecutionState state, StateChanges parts)
    {
        HeadPart.Write(parts.Begin(StatePartKeys.Head), state);
        StartPart.Write(parts.Begin(StatePartKeys.Start), state);
        foreach (Frame frame in state.Frames)
        {
            FramePart.Write(parts.Begin(StatePartKeys.Frame(frame.Slot)), frame);
            if (frame.Children is { } group)
            {
                GroupPart.Write(parts.Begin(StatePartKeys.Group(frame.Slot)), group);
                WriteResults(parts, frame, group, FindEnded(group));
            }
        }

        parts.Complete();
    }

    internal static void WriteChanged(ExecutionState state, StateChangeTracker tracker, StateChanges parts)
    {
        HeadPart.Write(parts.Begin(StatePartKeys.Head), state);
        if (!tracker.HasStart)
        {
            StartPart.Write(parts.Begin(StatePartKeys.Start), state);
        }

        foreach (StatePartRange range in tracker.Removed)
        {
            parts.Remove(range);
        }

        foreach (Frame frame in tracker.Frames)
        {
            if (frame.Phase != FramePhase.Ended)
            {
                WriteChanged(parts, frame);
            }
        }

        foreach ((Frame parent, ChildGroup group) in tracker.Groups)
        {
            if (parent.Phase != FramePhase.Ended && parent.Children == group)
            {
                WriteResults(parts, parent, group, group.NewResults);
            }
        }

        parts.Complete();
    }

    private static void WriteChanged(StateChanges parts, Frame frame)
    {
        FramePart.Write(parts.Begin(StatePartKeys.Frame(frame.Slot)), frame);
        if (frame.Children == frame.StoredChildren)
        {
            return;
        }

        if (frame.StoredChildren is not null)
        {
            parts.Remove(StatePartKeys.GroupOf(frame));
        }

        if (frame.Children is { } group)
        {
            GroupPart.Write(parts.Begin(StatePartKeys.Group(frame.Slot)), group);
        }
    }

    private static void WriteResults(StateChanges parts, Frame frame, ChildGroup group, List<int> indices)
    {
        if (indices.Count > 0)
        {
            ResultsPart.Write(parts.Begin(StatePartKeys.Results(frame.Slot, indices.Min())), group, indices);
        }
    }

    private static List<int> FindEnded(ChildGroup group)
    {
        var ended = new List<int>(group.Completed);
        for (int i = 0; i < group.Count; i++)
        {
            if (!group.Results[i].IsUndefined)
            {
                ended.Add(i);
            }
        }

        return ended;
    }
}
