using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Drawing.Overlays;

/// <summary>Follows a history along its tree of causes (<c>previousEventId</c>), so that branches and iterations that ran at the same time
/// are told apart.</summary>
internal sealed class ExecutionPathReader
{
    private readonly Dictionary<long, StateVisit> _ownerByEvent = [];
    private readonly Dictionary<long, HistoryEventType> _typeByEvent = [];
    private readonly List<StateVisit> _visits = [];
    private readonly HashSet<(string From, string To, bool Caught)> _transitions = [];
    private string? _outcome;

    internal static ExecutionPath Read(IEnumerable<HistoryEvent> history)
    {
        var reader = new ExecutionPathReader();
        foreach (HistoryEvent entry in history)
        {
            reader.Add(entry);
        }

        return reader.Build();
    }

    private void Add(HistoryEvent entry)
    {
        StateVisit? owner = _ownerByEvent.GetValueOrDefault(entry.PreviousEventId);
        _typeByEvent[entry.Id] = entry.Type;
        owner = entry.Details switch
        {
            StateEnteredEventDetails entered => Enter(entry, entered.Name, owner),
            StateExitedEventDetails exited => Leave(entry, exited.Name, owner),
            MapIterationEventDetails iteration => AddIteration(entry, iteration.Name, owner),
            _ => Follow(entry, owner),
        };
        if (owner is not null)
        {
            _ownerByEvent[entry.Id] = owner;
        }
    }

    private StateVisit Enter(HistoryEvent entry, string name, StateVisit? previous)
    {
        bool isTransition = previous is not null && IsExit(_typeByEvent[entry.PreviousEventId]);
        var visit = new StateVisit(name, isTransition ? previous!.Outer : previous);
        _visits.Add(visit);
        if (isTransition)
        {
            _transitions.Add((previous!.Name, name, previous.IsCaught));
        }

        // A Fail state is never left; every other one has to go on to be more than a failure.
        visit.EndsWithFailure = entry.Type == HistoryEventType.FailStateEntered;
        return visit;
    }

    private StateVisit? Leave(HistoryEvent entry, string name, StateVisit? owner)
    {
        StateVisit? visit = Around(owner, name);
        if (visit is not null)
        {
            HistoryEventType before = _typeByEvent[entry.PreviousEventId];
            bool canFail = entry.Type is HistoryEventType.TaskStateExited or HistoryEventType.ParallelStateExited or HistoryEventType.MapStateExited;

            // A state that could fail and left no sign of success was left through one of its catchers.
            visit.IsCaught = canFail && !IsSuccess(before);
            visit.IsLeft = true;
        }

        return visit;
    }

    private static StateVisit? AddIteration(HistoryEvent entry, string name, StateVisit? owner)
    {
        if (entry.Type == HistoryEventType.MapIterationFailed && owner is not null && owner.Name != name && !owner.IsLeft)
        {
            owner.EndsWithFailure = true;
        }

        // An iteration may follow the last event of the one whose place it takes.
        return entry.Type == HistoryEventType.MapIterationAborted ? owner : Around(owner, name);
    }

    private StateVisit? Follow(HistoryEvent entry, StateVisit? owner)
    {
        if (owner is null)
        {
            return null;
        }

        string type = entry.Type.ToString();
        bool isFailure = IsFailure(type);
        HistoryEventType before = _typeByEvent[entry.PreviousEventId];
        switch (entry.Type)
        {
            case HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted
                or HistoryEventType.ExecutionTimedOut:
                _outcome = entry.Type.ToString()["Execution".Length..];
                owner.EndsWithFailure |= entry.Type == HistoryEventType.ExecutionFailed;
                return owner;
            case HistoryEventType.ExecutionRedriven:
                _outcome = null;
                return owner;
            case HistoryEventType.ParallelStateSucceeded or HistoryEventType.MapStateSucceeded when IsExit(before):
                return owner.Outer;
            case HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed when owner.Outer is not null && !IsStart(before):
                // Its cause is the last event of the branch that failed.
                owner.EndsWithFailure |= !owner.IsLeft;
                owner = owner.Outer;
                break;
            default:
                break;
        }

        if (owner.EndsWithFailure && type.EndsWith("Scheduled", StringComparison.Ordinal))
        {
            owner.Retries++;
        }

        // That a state was given up tells nothing about why.
        owner.EndsWithFailure = isFailure || (owner.EndsWithFailure && type.EndsWith("Aborted", StringComparison.Ordinal));
        return owner;
    }

    private static StateVisit? Around(StateVisit? visit, string name)
    {
        while (visit is not null && visit.Name != name)
        {
            visit = visit.Outer;
        }

        return visit;
    }

    private static bool IsExit(HistoryEventType type) => type.ToString().EndsWith("StateExited", StringComparison.Ordinal);

    private static bool IsStart(HistoryEventType type) => type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted
        or HistoryEventType.ParallelStateEntered or HistoryEventType.MapStateEntered
        or HistoryEventType.ParallelStateSucceeded or HistoryEventType.MapStateSucceeded or HistoryEventType.MapIterationFailed;

    private static bool IsSuccess(HistoryEventType type) =>
        type == HistoryEventType.MapRunStarted || type.ToString().EndsWith("Succeeded", StringComparison.Ordinal);

    private static bool IsFailure(string type) =>
        type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("TimedOut", StringComparison.Ordinal);

    private ExecutionPath Build()
    {
        var states = new Dictionary<string, StatePath>(StringComparer.Ordinal);
        foreach (StateVisit visit in _visits)
        {
            StatePath path = states.GetValueOrDefault(visit.Name, StatePath.NotReached);
            StateStatus status = visit.GetStatus(_outcome is not null);
            states[visit.Name] = new StatePath(status > path.Status ? status : path.Status, path.Visits + 1, path.Retries + visit.Retries);
        }

        return new ExecutionPath(states, _transitions, _outcome);
    }
}
