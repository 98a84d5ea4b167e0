using System.Globalization;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Compares histories whose order is fixed: event by event, ids included.</summary>
internal sealed class SequenceMatcher(HistoryEntryComparer comparer)
{
    /// <summary>Compares two histories or two stretches of histories.</summary>
    public List<JsonDifference> Compare(IReadOnlyList<HistoryEntry> expected, IReadOnlyList<HistoryEntry> actual)
    {
        List<JsonDifference> differences = [];
        for (int index = 0; index < Math.Max(expected.Count, actual.Count); index++)
        {
            string path = $"history[{index}]";
            if (index >= actual.Count)
            {
                differences.Add(new JsonDifference(path, expected[index].Show(), "(missing)"));
            }
            else if (index >= expected.Count)
            {
                differences.Add(new JsonDifference(path, "(absent)", actual[index].Show()));
            }
            else if (comparer.Compare(expected[index], actual[index], path, differences))
            {
                CompareNumber(expected[index].Id, actual[index].Id, $"{path}.id", differences);
                CompareNumber(expected[index].PreviousId, actual[index].PreviousId, $"{path}.previousEventId", differences);
            }
        }

        return differences;
    }

    private static void CompareNumber(long? expected, long? actual, string path, List<JsonDifference> differences)
    {
        if (expected != actual)
        {
            differences.Add(new JsonDifference(path, Show(expected), Show(actual)));
        }
    }

    private static string Show(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "(none)";
}
