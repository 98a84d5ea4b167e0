using CsCheck;
using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class SlotIndexTests
{
    private static readonly uint[] Some = [0, 1, 3, 4, 7, 8, 15, 31, 0xFFFF_FFFF, 0x8000_0003];

    private static readonly Gen<uint> Hashes = Gen.Int[0, Some.Length - 1].Select(index => Some[index]);

    /// <summary>Few hashes that also meet in the same slots, so that searches run through each other and across the end.</summary>
    [Test]
    public void Next_AfterAnyChanges_GoesThroughTheNumbersOfTheHash() =>
        Gen.Select(Hashes, Gen.Int[0, 20], Gen.Bool).Array[1, 120].Sample(
            static changes =>
            {
                HashSet<(uint, int)> expected = [];
                SlotIndex index = new();
                foreach ((uint hash, int number, bool adds) in changes)
                {
                    index = number == 0 ? index.Clone() : index;
                    if (adds && expected.Add((hash, number)))
                        index.Add(hash, number);
                    else if (!adds && expected.Remove((hash, number)))
                        index.Remove(hash, number);
                }

                return changes.Select(change => change.Item1).Append(2u).Distinct().All(
                    hash => Numbers(index, hash).Order().SequenceEqual(expected.Where(entry => entry.Item1 == hash).Select(entry => entry.Item2).Order()));
            },
            iter: Effort.Times(2_000, atLeast: 500), seed: "0000tables06");

    private static List<int> Numbers(SlotIndex index, uint hash)
    {
        List<int> numbers = [];
        int cursor = -1;
        for (int number = index.Next(hash, ref cursor); number >= 0; number = index.Next(hash, ref cursor))
            numbers.Add(number);
        return numbers;
    }
}
