using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Inspecting;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>What the code of a step works with: the execution, the time, and where the output goes. One instance belongs to a
/// <see cref="StepOutput"/> and is reused.</summary>
internal sealed class StepContext
{
    private readonly StepOutput _output;
    private readonly EvaluationScope _scope;

    internal StepContext(StepOutput output)
    {
        _output = output;
        _scope = new EvaluationScope(this);
    }

    internal ExecutionState State { get; private set; } = null!;

    internal DateTimeOffset Time { get; private set; }

    internal InterpreterLimits Limits => State.Limits;

    internal bool HasEnded => State.Status != ExecutionStatus.Running;

    /// <summary>Whether an event found no place in the history any more: the execution must fail now.</summary>
    internal bool HasHistoryOverflow { get; private set; }

    /// <summary>Sees what happens in a state that is tested alone; null when executions run.</summary>
    internal StateInspection? Inspection { get; init; }

    internal void Begin(ExecutionState state, DateTimeOffset time)
    {
        State = state;
        Time = time;
        HasHistoryOverflow = false;
    }

    internal EvaluationScope Scope(Frame frame, JsonValue input) => _scope.Of(frame, input);

    /// <summary>Appends an event of a frame's thread of control and makes it that thread's last one.</summary>
    internal long Append(Frame frame, HistoryEventType type, HistoryEventDetails? details = null) =>
        frame.PreviousEventId = Append(frame.PreviousEventId, type, details);

    /// <summary>Appends an event without making it the last one of any thread of control.</summary>
    internal long Append(long previousEventId, HistoryEventType type, HistoryEventDetails? details = null)
    {
        // The last place in the history is kept for the event that ends the execution.
        if (!State.Start.IsExpress && State.LastEventId >= Limits.MaximumHistoryEvents - 1)
        {
            HasHistoryOverflow = true;
            return State.LastEventId;
        }

        return AppendLast(previousEventId, type, details);
    }

    /// <summary>Appends the event that ends the execution.</summary>
    internal long AppendLast(long previousEventId, HistoryEventType type, HistoryEventDetails? details)
    {
        long id = ++State.LastEventId;
        if (State.Start.RecordsHistory)
        {
            _output.Add(new HistoryEvent(id, previousEventId, type, Time, details));
        }

        return id;
    }

    internal long AppendEntered(Frame frame) =>
        Append(frame, StateEvents.Entered(frame.Current.Type), State.Start.RecordsHistory ? new StateEnteredEventDetails(frame.Current.Name, frame.Input) : null);

    internal long AppendExited(Frame frame, JsonValue output, JsonObject? variables) => Append(
        frame,
        StateEvents.Exited(frame.Current.Type),
        State.Start.RecordsHistory ? new StateExitedEventDetails(frame.Current.Name, output, variables) : null);

    /// <summary>Puts a frame that can go on by itself among the ready ones: for whoever has moved a frame that is not running now.</summary>
    internal void Resume(Frame frame)
    {
        State.Changes?.OnChanged(frame);
        if (frame.Phase is FramePhase.Entering or FramePhase.Retrying)
        {
            State.Ready.Enqueue(frame);
        }
    }

    internal void Command(Command command) => _output.Add(command);

    internal long StartTimer(Frame frame, DateTimeOffset dueTime)
    {
        long id = State.NextId(frame);
        Command(new StartTimerCommand(id, dueTime));
        return id;
    }

    internal void CancelTimer(long timerId)
    {
        if (timerId != 0)
        {
            Command(new CancelTimerCommand(timerId));
        }
    }

    /// <summary>Checks a payload against the limit.</summary>
    internal bool IsTooLarge(JsonValue payload) => payload.GetUtf8Length() > Limits.MaximumPayloadLength;

    internal void CompleteExecution(ExecutionStatus status, JsonValue output, StateError? error)
    {
        State.Status = status;
        State.Ready.Clear();
        CancelTimer(State.TimeoutTimerId);
        Command(new CompleteExecutionCommand(status, output, error?.Error, error?.Cause));
    }
}
