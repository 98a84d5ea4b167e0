using CsCheck;
using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Automata;

/// <summary>The table against a dictionary, under random changes: few keys, so that they meet again, of every length around the packed ones.</summary>
public sealed class ByteTableTests
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 18, 24, 32, 33, 40];

    private static readonly Gen<byte[]> Keys = Gen.Select(Gen.Int[0, Lengths.Length - 1].Select(index => Lengths[index]), Gen.Int[0, 3], Gen.Int[0, 7]).Select(
        (length, place, value) => Enumerable.Range(0, length).Select(i => (byte)(i == place * length / 4 ? value : 7)).ToArray());

    [Test]
    public void Changes_AnyOrder_LeaveWhatADictionaryHolds() =>
        Gen.Select(Gen.Int[0, 4], Keys, Gen.Int[0, 1000]).Array[1, 200].Sample(
            static changes =>
            {
                var expected = new Dictionary<string, int>();
                ByteTable table = new();
                foreach ((int kind, byte[] key, int value) in changes)
                {
                    ByteTable before = table;
                    int countBefore = before.Count;
                    table = kind < 4 ? table : table.Clone();
                    switch (kind)
                    {
                        case 0:
                            table.Remove(key);
                            expected.Remove(Convert.ToHexString(key));
                            break;
                        case 1:
                            table.Trim();
                            break;
                        default:
                            table.Set(key, value);
                            expected[Convert.ToHexString(key)] = value;
                            break;
                    }

                    if (table.Count != expected.Count || table.Find(key) != expected.GetValueOrDefault(Convert.ToHexString(key), -1) || (kind == 4 && before.Count != countBefore))
                        return false;
                }

                return changes.All(change => table.Find(change.Item2) == expected.GetValueOrDefault(Convert.ToHexString(change.Item2), -1));
            },
            iter: Effort.Times(2_000, atLeast: 200), seed: "0000tables06");

    [Test]
    public void Replace_StoredNumber_ChangesThatOneOnly()
    {
        ByteTable table = new();
        table.Set("a"u8, 0);
        table.Set("b"u8, 1);
        table.Set("a key of more than sixteen bytes"u8, 2);

        table.Replace(2, 7);
        table.Replace(0, 5);
        table.Replace(9, 8);

        Assert.That((table.Find("a"u8), table.Find("b"u8), table.Find("a key of more than sixteen bytes"u8)), Is.EqualTo((5, 1, 7)));
        Assert.That(table.Count, Is.EqualTo(3));
    }

    [Test]
    public void Find_KeysThatPackAlike_AreToldApartByLength()
    {
        byte[][] keys = [[], [0], [0, 0], [0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0, 0], new byte[8], new byte[9], new byte[16], new byte[17], new byte[18], new byte[33]];
        ByteTable table = new();
        for (int i = 0; i < keys.Length; i++)
            table.Set(keys[i], i);

        Assert.That(keys.Select(key => table.Find(key)), Is.EqualTo(Enumerable.Range(0, keys.Length)));
    }
}
