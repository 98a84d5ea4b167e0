namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares two stretches of events whose order and ids do not count: the multisets of (type, details) must be equal.</summary>
internal sealed class MultisetMatcher(HistoryEntryComparer comparer)
{
    private const int MaximumSteps = 200_000;

    private int _steps;
    private int _furthest;

    /// <summary>Compares two stretches.</summary>
    public List<JsonDifference> Compare(List<HistoryEntry> expected, List<HistoryEntry> actual)
    {
        _steps = 0;
        _furthest = 0;
        if (expected.Count != actual.Count)
        {
            return [new JsonDifference("history(parallel)", Show(expected), Show(actual))];
        }

        return Assign(0, expected, actual, new bool[actual.Count])
            ? []
            : [new JsonDifference("history(parallel)", expected[_furthest].Show(), "no such event among: " + Show(actual))];
    }

    private bool Assign(int index, List<HistoryEntry> expected, List<HistoryEntry> actual, bool[] isTaken)
    {
        if (index == expected.Count)
        {
            return true;
        }

        _furthest = Math.Max(_furthest, index);
        for (int candidate = 0; candidate < actual.Count && ++_steps <= MaximumSteps; candidate++)
        {
            int checkpoint = comparer.Values.Scope.Checkpoint;
            if (!isTaken[candidate] && comparer.AreEqual(expected[index], actual[candidate]))
            {
                isTaken[candidate] = true;
                if (Assign(index + 1, expected, actual, isTaken))
                {
                    return true;
                }

                isTaken[candidate] = false;
                comparer.Values.Scope.Rollback(checkpoint);
            }
        }

        return false;
    }

    private static string Show(List<HistoryEntry> entries) =>
        $"{entries.Count} events: " + string.Join(" | ", entries.Select(static entry => entry.Show()));
}
