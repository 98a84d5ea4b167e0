using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents everything the interpreter knows about one execution between two steps.</summary>
/// <remarks>Not safe for use from several threads; the shell gives each execution to one shard.</remarks>
public sealed class ExecutionState
{
    // An attempt or timer id is a serial number above the slot of its frame, so that an answer finds its frame without a table.
    private const int SlotBits = 24;
    private const long SlotMask = (1L << SlotBits) - 1;

    private readonly List<Frame?> _slots = new(1);
    private readonly Stack<int> _freeSlots = new();
    private long _lastSerial;
    private JsonValue _contextExecution;
    private JsonValue _contextStateMachine;

    /// <summary>Initializes the state of an execution that has not begun: its first stimulus must be <see cref="Stimulus.Started"/>.</summary>
    /// <param name="definition">The revision of the definition it is bound to.</param>
    /// <param name="start">What it is started with.</param>
    /// <param name="limits">The limits; <see langword="null"/> for those of the service.</param>
    public ExecutionState(StateMachineDefinition definition, ExecutionStart start, InterpreterLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(start);
        Definition = definition;
        Start = start;
        Limits = limits ?? InterpreterLimits.Default;
        Random = new ExecutionRandom(start.Seed);
    }

    /// <summary>Gets the definition it runs.</summary>
    public StateMachineDefinition Definition { get; }

    /// <summary>Gets what it was started with.</summary>
    public ExecutionStart Start { get; }

    /// <summary>Gets the limits it runs under.</summary>
    public InterpreterLimits Limits { get; }

    /// <summary>Gets where it stands.</summary>
    public ExecutionStatus Status { get; internal set; } = ExecutionStatus.Running;

    /// <summary>Gets the number of the last history event, 0 before the first.</summary>
    public long LastEventId { get; internal set; }

    internal ExecutionRandom Random { get; }

    /// <summary>The frames that can go on without a stimulus from outside.</summary>
    internal Queue<Frame> Ready { get; } = new(1);

    /// <summary>The timer of the state machine's own time-out; 0 for none.</summary>
    internal long TimeoutTimerId { get; set; }

    internal JsonValue ContextExecution =>
        _contextExecution.IsUndefined ? _contextExecution = ContextObject.CreateExecution(Start) : _contextExecution;

    internal JsonValue ContextStateMachine =>
        _contextStateMachine.IsUndefined ? _contextStateMachine = ContextObject.CreateStateMachine(Start) : _contextStateMachine;

    /// <summary>The frames that have not ended.</summary>
    internal IEnumerable<Frame> Frames => _slots.OfType<Frame>();

    internal Frame AddFrame(StateGraph graph, Frame? parent, int index, JsonValue input, long previousEventId, JsonValue item)
    {
        if (!_freeSlots.TryPop(out int slot))
        {
            slot = _slots.Count;
            _slots.Add(null);
        }

        var frame = new Frame(slot, graph, parent, index, input, previousEventId) { Item = item };
        _slots[slot] = frame;
        return frame;
    }

    internal void RemoveFrame(Frame frame)
    {
        frame.Phase = FramePhase.Ended;
        _slots[frame.Slot] = null;
        _freeSlots.Push(frame.Slot);
    }

    internal long NextId(Frame frame) => (++_lastSerial << SlotBits) | (uint)frame.Slot;

    /// <summary>Finds the frame that an attempt or timer belongs to; whether it still awaits it, the caller must see.</summary>
    internal Frame? FindFrame(long id)
    {
        int slot = (int)(id & SlotMask);
        return slot < _slots.Count ? _slots[slot] : null;
    }
}
