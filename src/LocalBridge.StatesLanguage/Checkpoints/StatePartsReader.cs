using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Takes the parts of an execution's state by rising key and makes the state of them.</summary>
internal sealed class StatePartsReader
{
    private readonly SortedDictionary<int, StoredFrame> _frames = [];
    private StoredHead? _head;
    private ExecutionStart? _start;
    private InterpreterLimits? _limits;

    internal void Add(long key, ReadOnlySpan<byte> content)
    {
        if (key == StatePartKeys.Head)
        {
            _head = HeadPart.Read(content);
        }
        else if (key == StatePartKeys.Start)
        {
            (_start, _limits) = StartPart.Read(content);
        }
        else if (StatePartKeys.IsFrame(key))
        {
            int slot = StatePartKeys.SlotOf(key);
            _frames[slot] = FramePart.Read(slot, content);
        }
        else if (StatePartKeys.IsGroup(key))
        {
            Find(key).Children = GroupPart.Read(content);
        }
        else if (StatePartKeys.IsResults(key))
        {
            ChildGroup group = Find(key).Children ?? throw Orphan(key);
            ResultsPart.Read(content, group);
        }
        else
        {
            throw new CheckpointFormatException($"The stored part {key} is not known to this version of LocalBridge.");
        }
    }

    internal ExecutionState Build(StateMachineDefinition definition)
    {
        if (_head is null || _start is null)
        {
            throw new CheckpointFormatException("The head or the start of the execution is missing among the stored parts.");
        }

        var state = new ExecutionState(definition, _start, _limits!, _head.Random)
        {
            Status = _head.Status,
            LastEventId = _head.LastEventId,
            LastSerial = _head.LastSerial,
            TimeoutTimerId = _head.TimeoutTimerId,
        };
        FrameRestorer.Restore(state, _frames);
        foreach (int slot in _head.ReadySlots)
        {
            state.Ready.Enqueue(_frames.TryGetValue(slot, out StoredFrame? frame)
                ? frame.Frame!
                : throw new CheckpointFormatException($"The frame {slot}, which is to run, is missing among the stored parts."));
        }

        return state;
    }

    private static CheckpointFormatException Orphan(long key) =>
        new($"The stored part {key} belongs to a part that is missing.");

    private StoredFrame Find(long key) => _frames.TryGetValue(StatePartKeys.SlotOf(key), out StoredFrame? frame) ? frame : throw Orphan(key);
}
