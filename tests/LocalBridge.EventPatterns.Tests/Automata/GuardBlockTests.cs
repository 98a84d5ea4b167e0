using CsCheck;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Automata;

public sealed class GuardBlockTests
{
    /// <summary>Signatures with few bits, and a text with many: both verdicts come up.</summary>
    [Test]
    public void Accepted_AnyWidthOfVector_ComparesEachSignature() =>
        Gen.Select(Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, (a, b, c) => a & b & c).Array[2 * GuardBlock.Size], Gen.Select(Gen.ULong, Gen.ULong, (a, b) => a | b)).Sample(
            static (signatures, text) =>
            {
                uint expected = (uint)Enumerable.Range(0, GuardBlock.Size).Sum(i => (signatures[GuardBlock.Size + i] & ~text) == 0 ? 1 << i : 0);
                return GuardBlock.Accepted(signatures, GuardBlock.Size, text) == expected
                    && GuardBlock.Accepted512(ref signatures[GuardBlock.Size], ~text) == expected
                    && GuardBlock.Accepted256(ref signatures[GuardBlock.Size], ~text) == expected;
            },
            iter: Effort.Times(10_000, atLeast: 1_000), seed: "0000guards06");

    [TestCase(0, 0)]
    [TestCase(1, 8)]
    [TestCase(8, 8)]
    [TestCase(9, 16)]
    public void RoundUp_Count_IsAWholeNumberOfBlocks(int count, int room) => Assert.That(GuardBlock.RoundUp(count), Is.EqualTo(room));
}
