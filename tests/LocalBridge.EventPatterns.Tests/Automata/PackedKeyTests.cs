using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class PackedKeyTests
{
    [Test]
    public void Pack_TextsOfOneLength_DifferWhereverTheyDiffer([Range(1, 16)] int length)
    {
        (ulong, ulong)[] packed = [.. Enumerable.Range(0, length + 1).Select(place => Packed(Enumerable.Range(0, length).Select(i => (byte)(i == place ? 9 : 1)).ToArray()))];

        Assert.That(packed, Is.Unique);
    }

    /// <summary>Sixty-four keys to a slot on average. The seed differs from run to run, and no seed may do badly.</summary>
    [Test]
    public void Hash_KeysThatDifferLittle_SpreadOverTheSlots()
    {
        uint[][] hashes =
        [
            [.. Enumerable.Range(0, 4096).Select(i => PackedKey.Hash((ulong)i, 0, 3))],
            [.. Enumerable.Range(0, 4096).Select(i => PackedKey.Hash((ulong)i << 32, (ulong)i << 40, 12))],
            [.. Enumerable.Range(0, 4096).Select(i => PackedKey.Hash(7, (ulong)i << 20, 9))],
            [.. Enumerable.Range(0, 4096).Select(i => (uint)(PackedKey.HashLong([.. new byte[20], (byte)i, (byte)(i >> 8)]) >> 32))],
            [.. Enumerable.Range(0, 4096).Select(i => (uint)(PackedKey.HashLong([(byte)i, (byte)(i >> 8), .. new byte[40]]) >> 32))],
            [.. Enumerable.Range(0, 4096).Select(i => (uint)(PackedKey.HashLong(new byte[17 + i]) >> 32))],
        ];

        Assert.That(hashes.SelectMany(some => some.GroupBy(hash => hash & 63).Select(slot => slot.Count())), Is.All.InRange(20, 130));
        Assert.That(hashes.Select(some => some.Distinct().Count()), Is.All.GreaterThan(4080));
    }

    [Test]
    public void Hash_TextsThatDifferInLengthOnly_Differs() =>
        Assert.That(Enumerable.Range(0, 17).Select(length => PackedKey.Hash(0, 0, length)), Is.Unique);

    private static (ulong Head, ulong Tail) Packed(byte[] text)
    {
        ulong head = PackedKey.Pack(text, out ulong tail);
        return (head, tail);
    }
}
