namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares histories in which the recorder dropped the ids between ParallelStateStarted and the end of the Parallel state, sorted the
/// events of that stretch, and lost the event that ended the branches (ParallelStateSucceeded or ParallelStateFailed).</summary>
internal sealed class ParallelSublistMatcher(HistoryEntryComparer comparer, bool areIdsFree)
{
    /// <summary>Compares two histories.</summary>
    public List<JsonDifference> Compare(List<HistoryEntry> expected, List<HistoryEntry> actual)
    {
        // The recorded stretches are where the ids are missing; the same positions of the engine's history are its stretches,
        // once the event that the recorder lost is left out there too.
        expected = [.. expected.Where(static entry => !EndsBranches(entry))];
        List<HistoryEntry> kept = [.. actual.Where(static entry => !EndsBranches(entry))];
        List<JsonDifference> differences = [];
        if (expected.Count != kept.Count)
        {
            differences.Add(new JsonDifference("history", $"{expected.Count} events", $"{kept.Count} events"));
        }

        int position = 0;
        while (position < expected.Count && differences.Count == 0)
        {
            int end = EndOfRun(expected, position);
            List<HistoryEntry> expectedRun = expected[position..end];
            List<HistoryEntry> actualRun = kept[position..end];
            differences.AddRange(expected[position].Id is null
                ? new MultisetMatcher(comparer).Compare(expectedRun, actualRun)
                : new SequenceMatcher(comparer).Compare(WithoutFreeIds(expectedRun), WithoutFreeIds(actualRun)));
            position = end;
        }

        return differences;
    }

    // What follows a stretch has a cause inside it, whose number depends on how the branches interleaved.
    private List<HistoryEntry> WithoutFreeIds(List<HistoryEntry> run) =>
        areIdsFree ? [.. run.Select(static entry => entry with { Id = null, PreviousId = null })] : run;

    private static bool EndsBranches(HistoryEntry entry) => entry.Type is "ParallelStateSucceeded" or "ParallelStateFailed";

    private static int EndOfRun(List<HistoryEntry> entries, int start)
    {
        int end = start + 1;
        while (end < entries.Count && (entries[end].Id is null) == (entries[start].Id is null))
        {
            end++;
        }

        return end;
    }
}
