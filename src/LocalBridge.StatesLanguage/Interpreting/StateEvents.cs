using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Names the events of entering and leaving each type of state.</summary>
internal static class StateEvents
{
    internal static HistoryEventType Entered(StateType type) => type switch
    {
        StateType.Pass => HistoryEventType.PassStateEntered,
        StateType.Task => HistoryEventType.TaskStateEntered,
        StateType.Choice => HistoryEventType.ChoiceStateEntered,
        StateType.Wait => HistoryEventType.WaitStateEntered,
        StateType.Succeed => HistoryEventType.SucceedStateEntered,
        StateType.Fail => HistoryEventType.FailStateEntered,
        StateType.Parallel => HistoryEventType.ParallelStateEntered,
        _ => HistoryEventType.MapStateEntered,
    };

    /// <summary>A Fail state is never left.</summary>
    internal static HistoryEventType Exited(StateType type) => type switch
    {
        StateType.Pass => HistoryEventType.PassStateExited,
        StateType.Task => HistoryEventType.TaskStateExited,
        StateType.Choice => HistoryEventType.ChoiceStateExited,
        StateType.Wait => HistoryEventType.WaitStateExited,
        StateType.Succeed => HistoryEventType.SucceedStateExited,
        StateType.Parallel => HistoryEventType.ParallelStateExited,
        _ => HistoryEventType.MapStateExited,
    };
}
