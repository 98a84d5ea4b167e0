using CsCheck;
using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class SortedEntriesTests
{
    [Test]
    public void Sort_AfterAnyChanges_HoldsAllInOrder() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 12]).Array[1, 60].Sample(
            static changes =>
            {
                List<int> expected = [];
                SortedEntries<int> entries = new();
                foreach ((int kind, int number) in changes)
                {
                    if (kind == 0)
                    {
                        entries = entries.Clone();
                        entries.Sort();
                    }
                    else if (kind == 1 && expected.Remove(number))
                    {
                        entries.Remove(number);
                    }
                    else if (kind > 1)
                    {
                        entries.Add(number);
                        expected.Add(number);
                    }
                }

                bool sameBefore = entries.Count == expected.Count && entries.Span.ToArray().Order().SequenceEqual(expected.Order());
                entries.Sort();
                return sameBefore && entries.IsSorted && entries.Span.SequenceEqual(expected.Order().ToArray());
            },
            iter: Effort.Times(5_000, atLeast: 500), seed: "0000tables06");
}
