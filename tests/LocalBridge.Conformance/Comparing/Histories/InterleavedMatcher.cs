using System.Globalization;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares histories whose branches or iterations may interleave. The signature of an event is the list of (type, details) from
/// it along previousEventId up to the root; the two multisets of signatures must be equal, ids are free.</summary>
/// <remarks>Each expected event is given an actual event of the same signature. The causes come first, so the signatures are equal
/// exactly when the events are and the actual event's cause has the signature of the event that its expected cause was given. Placeholders make
/// this a search: a choice that binds a placeholder wrongly is taken back.</remarks>
internal sealed class InterleavedMatcher(HistoryEntryComparer comparer)
{
    // A search that takes longer than this has no answer in practice; it only happens when the histories differ.
    private const int MaximumSteps = 200_000;

    private readonly List<int> _assigned = [];
    private HistorySignatures _actual = null!;
    private List<HistoryEntry> _expected = [];
    private bool[] _isTaken = [];
    private int _steps;
    private int _furthest;
    private HashSet<int> _takenAtFurthest = [];

    /// <summary>Compares two histories.</summary>
    public List<JsonDifference> Compare(List<HistoryEntry> expected, List<HistoryEntry> actual)
    {
        List<JsonDifference> differences = [];
        if (expected.Count != actual.Count)
        {
            differences.Add(new JsonDifference("history", Count(expected.Count), Count(actual.Count)));
        }

        _expected = HistorySignatures.CausesFirst(expected);
        _actual = new HistorySignatures(actual);
        _isTaken = new bool[actual.Count];
        _assigned.Clear();
        _steps = 0;
        _furthest = -1;
        if (!Assign(0))
        {
            differences.AddRange(Explain());
        }

        return differences;
    }

    private bool Assign(int index)
    {
        if (index > _furthest)
        {
            _furthest = index;
            _takenAtFurthest = [.. _assigned];
        }

        if (index == _expected.Count)
        {
            return true;
        }

        HistoryEntry wanted = _expected[index];
        int causeSignature = CauseSignature(wanted, index);
        HashSet<int> tried = [];
        for (int candidate = 0; candidate < _actual.Count; candidate++)
        {
            bool isNew = !_isTaken[candidate]
                && _actual.CauseSignature(candidate) == causeSignature
                && tried.Add(_actual.Signature(candidate));
            if (isNew && ++_steps <= MaximumSteps && TryAssign(index, wanted, candidate))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryAssign(int index, HistoryEntry wanted, int candidate)
    {
        int checkpoint = comparer.Values.Scope.Checkpoint;
        if (!comparer.AreEqual(wanted, _actual[candidate]))
        {
            return false;
        }

        _isTaken[candidate] = true;
        _assigned.Add(candidate);
        if (Assign(index + 1))
        {
            return true;
        }

        _assigned.RemoveAt(_assigned.Count - 1);
        _isTaken[candidate] = false;
        comparer.Values.Scope.Rollback(checkpoint);
        return false;
    }

    private int CauseSignature(HistoryEntry wanted, int index)
    {
        int cause = _expected.FindIndex(0, index, entry => entry.Id is not null && entry.Id == wanted.PreviousId);
        return cause < 0 ? HistorySignatures.Root : _actual.Signature(_assigned[cause]);
    }

    private List<JsonDifference> Explain()
    {
        HistoryEntry wanted = _expected[Math.Min(_furthest, _expected.Count - 1)];
        string path = $"history(#{wanted.Id?.ToString(CultureInfo.InvariantCulture) ?? "?"})";
        HistoryEntry? closest = _actual.Entries.Where((entry, index) => !_takenAtFurthest.Contains(index) && entry.Type == wanted.Type).FirstOrDefault();
        if (closest is null)
        {
            IEnumerable<string> free = _actual.Entries.Where((_, index) => !_takenAtFurthest.Contains(index)).Select(static entry => entry.Show());
            return [new JsonDifference(path, wanted.Show(), "no event of that type is left; left are: " + string.Join(" | ", free))];
        }

        List<JsonDifference> differences = [];
        comparer.Compare(wanted, closest, path, differences);
        return differences.Count > 0
            ? differences
            : [new JsonDifference(path, wanted.Show(), "an equal event with other causes: " + closest.Show())];
    }

    private static string Count(int count) => $"{count} events";
}
