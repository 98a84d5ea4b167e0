using LocalBridge.StatesLanguage.Checkpoints;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Notes what has changed in an execution since its last checkpoint, so that the cost of a checkpoint depends on that alone.</summary>
internal sealed class StateChangeTracker
{
    private readonly List<Frame> _frames = [];
    private readonly List<(Frame Parent, ChildGroup Group)> _groups = [];
    private readonly List<StatePartRange> _removed = [];

    /// <summary>The frames that have changed; some may have ended since.</summary>
    internal IReadOnlyList<Frame> Frames => _frames;

    /// <summary>The groups that have new results; some may be over.</summary>
    internal IReadOnlyList<(Frame Parent, ChildGroup Group)> Groups => _groups;

    internal IReadOnlyList<StatePartRange> Removed => _removed;

    /// <summary>Whether the last checkpoint had what the execution was started with.</summary>
    internal bool HasStart { get; set; }

    /// <summary>Must be called for each frame that changes, before or after.</summary>
    internal void OnChanged(Frame frame)
    {
        if (!frame.IsChanged)
        {
            frame.IsChanged = true;
            _frames.Add(frame);
        }
    }

    internal void OnRemoved(Frame frame)
    {
        if (frame.IsStored)
        {
            _removed.Add(StatePartKeys.AllOf(frame));
        }
    }

    internal void OnResult(Frame parent, int index)
    {
        ChildGroup group = parent.Children!;
        if (group.NewResults.Count == 0)
        {
            _groups.Add((parent, group));
        }

        group.NewResults.Add(index);
    }

    /// <summary>Takes note that everything is stored now.</summary>
    internal void Accept()
    {
        HasStart = true;
        foreach (Frame frame in _frames)
        {
            frame.IsChanged = false;
            frame.IsStored = true;
            frame.StoredChildren = frame.Children;
        }

        foreach ((_, ChildGroup group) in _groups)
        {
            group.NewResults.Clear();
        }

        _frames.Clear();
        _groups.Clear();
        _removed.Clear();
    }
}
