using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares the history of an execution with the recorded one, by the rules of the step-functions corpus.</summary>
internal static class HistoryComparison
{
    /// <summary>Compares two histories.</summary>
    /// <param name="expected">The recorded events.</param>
    /// <param name="actual">The events of the engine, in the form of the AWS API.</param>
    /// <param name="options">How the case wants them compared.</param>
    /// <param name="scope">What placeholders stand for in this case.</param>
    /// <returns>The differences; none when the histories are equal.</returns>
    public static List<JsonDifference> Compare(
        JsonElement expected, IReadOnlyList<JsonElement> actual, HistoryComparisonOptions options, PlaceholderScope scope)
    {
        List<HistoryEntry> expectedEntries = HistoryEntry.ReadAll(expected.EnumerateArray());
        List<HistoryEntry> actualEntries = HistoryEntry.ReadAll(actual);
        var comparer = new HistoryEntryComparer(new JsonComparer(ComparisonRules.StepFunctions, scope));
        if (options.HasParallelSublist)
        {
            return new ParallelSublistMatcher(comparer, options.MayInterleave).Compare(expectedEntries, actualEntries);
        }

        return options.MayInterleave
            ? new InterleavedMatcher(comparer).Compare(expectedEntries, actualEntries)
            : new SequenceMatcher(comparer).Compare(expectedEntries, actualEntries);
    }
}
