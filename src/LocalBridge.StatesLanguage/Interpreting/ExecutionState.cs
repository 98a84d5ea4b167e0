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
    private PriorityQueue<int, int>? _freeSlots; // the lowest first, so that a state read back gives out the same ones
    private ContextParts? _context; // most executions never look at their context object

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
        Changes = start.IsExpress ? null : new StateChangeTracker();
    }

    /// <summary>Initializes a state that is read back.</summary>
    internal ExecutionState(StateMachineDefinition definition, ExecutionStart start, InterpreterLimits limits, ulong random)
    {
        Definition = definition;
        Start = start;
        Limits = limits;
        Random = new ExecutionRandom(random);
        Changes = start.IsExpress ? null : new StateChangeTracker { HasStart = true };
    }

    /// <summary>Gets the definition it runs.</summary>
    public StateMachineDefinition Definition { get; }

    /// <summary>Gets what it was started with.</summary>
    public ExecutionStart Start { get; }

    /// <summary>Gets the limits it runs under.</summary>
    public InterpreterLimits Limits { get; }

    /// <summary>Gets or sets what says whether there is an activity of an ARN, asked when its task is scheduled: an answer from outside, like a stimulus.
    /// It is no part of the checkpoint.</summary>
    /// <value>The default, <see langword="null"/>, takes every activity to be there.</value>
    public Func<string, bool>? ActivityExists { get; set; }

    /// <summary>Gets where it stands.</summary>
    public ExecutionStatus Status { get; internal set; } = ExecutionStatus.Running;

    /// <summary>Gets the number of the last history event, 0 before the first.</summary>
    public long LastEventId { get; internal set; }

    /// <summary>Gets whether there is more to do without a stimulus from outside: the next one must be <see cref="Stimulus.Continued"/>.</summary>
    /// <remarks>A state that was read back may have more to do, when its last step ended at its transition budget.</remarks>
    public bool HasMore => Ready.Count > 0;

    internal ExecutionRandom Random { get; }

    /// <summary>What has changed since the last checkpoint; null for an Express execution, which has none.</summary>
    internal StateChangeTracker? Changes { get; }

    /// <summary>The number of the last attempt or timer.</summary>
    internal long LastSerial { get; set; }

    /// <summary>The frames that can go on without a stimulus from outside.</summary>
    internal Queue<Frame> Ready { get; } = new(1);

    /// <summary>The timer of the state machine's own time-out; 0 for none.</summary>
    internal long TimeoutTimerId { get; set; }

    /// <summary>The context object that a state is tested with; undefined when it is made from the execution.</summary>
    internal JsonValue ContextOverride
    {
        get => _context?.Override ?? default;
        init => _context = value.IsUndefined ? null : new ContextParts { Override = value };
    }

    internal JsonValue ContextExecution
    {
        get
        {
            ContextParts context = _context ??= new ContextParts();
            return context.Execution.IsUndefined ? context.Execution = ContextObject.CreateExecution(Start) : context.Execution;
        }
    }

    internal JsonValue ContextStateMachine
    {
        get
        {
            ContextParts context = _context ??= new ContextParts();
            return context.StateMachine.IsUndefined ? context.StateMachine = ContextObject.CreateStateMachine(Start) : context.StateMachine;
        }
    }

    /// <summary>The frames that have not ended.</summary>
    internal IEnumerable<Frame> Frames => _slots.OfType<Frame>();

    internal Frame AddFrame(StateGraph graph, Frame? parent, int index, JsonValue input, long previousEventId, JsonValue item)
    {
        int slot = _freeSlots is { Count: > 0 } free ? free.Dequeue() : _slots.Count;
        var frame = new Frame(slot, graph, parent, index, input, previousEventId) { Item = item };
        Place(frame);
        Changes?.OnChanged(frame);
        return frame;
    }

    /// <summary>Puts a frame that is read back into its slot.</summary>
    internal void Place(Frame frame)
    {
        while (_slots.Count <= frame.Slot)
        {
            _slots.Add(null);
        }

        _slots[frame.Slot] = frame;
    }

    /// <summary>Finds the slots between those of the frames that were read back.</summary>
    internal void FindFreeSlots()
    {
        for (int slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is null)
            {
                Free(slot);
            }
        }
    }

    internal void RemoveFrame(Frame frame)
    {
        frame.Phase = FramePhase.Ended;
        _slots[frame.Slot] = null;
        if (frame.Parent is not null)
        {
            // Behind the last frame nothing comes any more.
            Free(frame.Slot);
        }

        Changes?.OnRemoved(frame);
    }

    internal long NextId(Frame frame) => (++LastSerial << SlotBits) | (uint)frame.Slot;

    /// <summary>Finds the frame that an attempt or timer belongs to, to let something happen to it; whether it still awaits it, the caller must see.</summary>
    internal Frame? FindFrame(long id)
    {
        int slot = (int)(id & SlotMask);
        if (slot >= _slots.Count || _slots[slot] is not { } frame)
        {
            return null;
        }

        Changes?.OnChanged(frame);
        return frame;
    }

    private void Free(int slot) => (_freeSlots ??= new PriorityQueue<int, int>()).Enqueue(slot, slot);

    /// <summary>The parts of the context object that stay the same in an execution.</summary>
    private sealed class ContextParts
    {
        internal JsonValue Execution { get; set; }

        internal JsonValue StateMachine { get; set; }

        internal JsonValue Override { get; init; }
    }
}
