using System.Collections.Immutable;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Holds one execution of an <see cref="InMemoryStorage"/> with its history and, while it is open, with what it waits for.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryExecution
{
    private readonly List<HistoryEvent> _history = [];
    private readonly List<ScheduleTaskCommand> _tasks = [];
    private readonly List<StartTimerCommand> _timers = [];
    private HashSet<long>? _submitted; // most executions never submit
    private ExecutionState? _state;

    internal InMemoryExecution(ExecutionRecord execution, long sequence)
    {
        Execution = execution;
        Sequence = sequence;
    }

    internal ExecutionRecord Execution { get; private set; }

    internal long Version { get; private set; }

    /// <summary>Gets the place in the list of executions: rises with each start.</summary>
    internal long Sequence { get; }

    internal bool IsOpen => Execution.Status == ExecutionStatus.Running;

    internal void Apply(ExecutionCheckpoint checkpoint)
    {
        Execution = checkpoint.Execution;
        Version = checkpoint.NewVersion;
        _history.AddRange(checkpoint.Events);
        if (!IsOpen)
        {
            Close();
            return;
        }

        _state = checkpoint.State;
        _tasks.AddRange(checkpoint.ScheduledTasks);
        _timers.AddRange(checkpoint.StartedTimers);
        for (int i = 0; i < checkpoint.SubmittedTasks.Count; i++)
        {
            (_submitted ??= []).Add(checkpoint.SubmittedTasks[i]);
        }

        RemoveTasks(checkpoint.EndedTasks);
        RemoveTimers(checkpoint.EndedTimers);
    }

    internal OpenExecution ReadOpen() => new()
    {
        Execution = Execution,
        Version = Version,
        State = _state ?? throw new InvalidOperationException($"The execution '{Execution.ExecutionArn}' is closed."),
        Tasks = [.. _tasks],
        SubmittedTasks = _submitted is null ? [] : [.. _submitted],
        Timers = [.. _timers],
    };

    internal ImmutableArray<HistoryEvent> ReadHistory(long firstEventId, int count, bool isReverse)
    {
        if (!isReverse)
        {
            int start = (int)Math.Clamp(firstEventId - 1, 0, _history.Count);
            return [.. _history.GetRange(start, Math.Min(count, _history.Count - start))];
        }

        int end = (int)Math.Clamp(firstEventId, 0, _history.Count);
        int length = Math.Min(count, end);
        List<HistoryEvent> events = _history.GetRange(end - length, length);
        events.Reverse();
        return [.. events];
    }

    private void Close()
    {
        _state = null;
        _submitted = null;
        _tasks.Clear();
        _tasks.TrimExcess();
        _timers.Clear();
        _timers.TrimExcess();
        _history.TrimExcess();
    }

    private void RemoveTasks(IReadOnlyList<long> ended)
    {
        for (int i = 0; i < ended.Count; i++)
        {
            long attemptId = ended[i];
            _submitted?.Remove(attemptId);

            // From the end: what began last is most likely to end first, or is the only one.
            int index = _tasks.Count - 1;
            while (index >= 0 && _tasks[index].AttemptId != attemptId)
            {
                index--;
            }

            if (index >= 0)
            {
                _tasks.RemoveAt(index);
            }
        }
    }

    private void RemoveTimers(IReadOnlyList<long> ended)
    {
        for (int i = 0; i < ended.Count; i++)
        {
            long timerId = ended[i];
            int index = _timers.Count - 1;
            while (index >= 0 && _timers[index].TimerId != timerId)
            {
                index--;
            }

            if (index >= 0)
            {
                _timers.RemoveAt(index);
            }
        }
    }
}
