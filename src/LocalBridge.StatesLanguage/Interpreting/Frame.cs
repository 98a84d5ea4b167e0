using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>One thread of control in an execution: the execution itself, a branch of a Parallel state or an iteration of a Map state.
/// It stands in one state at a time.</summary>
internal sealed class Frame
{
    internal Frame(int slot, StateGraph graph, Frame? parent, int index, JsonValue input, long previousEventId)
    {
        Slot = slot;
        Graph = graph;
        Parent = parent;
        Index = index;
        Current = graph.Start;
        Input = input;
        PreviousEventId = previousEventId;
        Variables = new VariableScope(parent?.Variables);
    }

    /// <summary>The frame's place in <see cref="ExecutionState"/>; part of the ids of its attempts and timers.</summary>
    internal int Slot { get; }

    internal StateGraph Graph { get; }

    /// <summary>The frame whose Parallel or Map state runs this one; null for the execution itself.</summary>
    internal Frame? Parent { get; }

    /// <summary>The position of the branch or iteration in its parent's state.</summary>
    internal int Index { get; }

    internal VariableScope Variables { get; }

    internal FramePhase Phase { get; set; }

    internal State Current { get; set; }

    /// <summary>The raw input of the current state.</summary>
    internal JsonValue Input { get; set; }

    /// <summary>The id of the event that entered the current state, shown in error texts.</summary>
    internal long EnteredEventId { get; set; }

    /// <summary>The event before the one that entered the current state, while that state is being entered and has not waited yet; else null.
    /// It does not outlive a step.</summary>
    internal long? EntryPreviousEventId { get; set; }

    internal DateTimeOffset EnteredTime { get; set; }

    /// <summary>The last event of this thread of control: the next one names it as its previous event.</summary>
    internal long PreviousEventId { get; set; }

    /// <summary>How often the current state has been tried again.</summary>
    internal int RetryCount { get; set; }

    /// <summary>How often each retrier of the current state has been used; null before the first failure.</summary>
    internal int[]? RetrierCounts { get; set; }

    /// <summary>The attempt whose answer is awaited; 0 for none.</summary>
    internal long AttemptId { get; set; }

    /// <summary>The token of the current attempt, once something has asked for it.</summary>
    internal string? TaskToken { get; set; }

    /// <summary>The timer of a wait, a retry or a task's time-out; 0 for none.</summary>
    internal long TimerId { get; set; }

    /// <summary>The timer of a task's heartbeat; 0 for none.</summary>
    internal long HeartbeatTimerId { get; set; }

    /// <summary>The longest time between two heartbeats of the current task; null for no bound.</summary>
    internal long? HeartbeatSeconds { get; set; }

    /// <summary>The running branches or iterations of the current state; null when it has none.</summary>
    internal ChildGroup? Children { get; set; }

    /// <summary>For an iteration of a Map state: its item, which the context object shows.</summary>
    internal JsonValue Item { get; init; }

    /// <summary>Whether the frame is among the changes since the last checkpoint.</summary>
    internal bool IsChanged { get; set; }

    /// <summary>Whether the last checkpoint had the frame.</summary>
    internal bool IsStored { get; set; }

    /// <summary>The group that the last checkpoint had; null for none.</summary>
    internal ChildGroup? StoredChildren { get; set; }

    /// <summary>Forgets all that belongs to the state being left.</summary>
    internal void MoveTo(State next, JsonValue input)
    {
        Current = next;
        Input = input;
        Phase = FramePhase.Entering;
        RetryCount = 0;
        RetrierCounts = null;
        TaskToken = null;
        HeartbeatSeconds = null;
        Children = null;
    }
}
