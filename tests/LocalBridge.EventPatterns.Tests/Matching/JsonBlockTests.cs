using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class JsonBlockTests
{
    [Test]
    public void PrefixXor_AnyBits_IsTheSameWithAndWithoutTheInstruction() =>
        Gen.ULong.Sample(static bits => JsonBlock.PrefixXor(bits) == JsonBlock.PrefixXorByShifts(bits), iter: 10_000, seed: "0000blocks06");

    /// <summary>Strings of brackets, quotes and backslashes, moved over all places of a block and across its end.</summary>
    [Test]
    public void Match_SkippedTextOfQuotesBracketsAndBackslashes_EndsWhereItEnds() =>
        Gen.Select(Gen.Int[0, 13].Select(static index => (char)"{}[]\"\\,:ax \\\"{"u8[index]).Array[0, 90], Gen.Int[0, 70]).Sample(
            static (characters, padding) =>
            {
                string text = new string(characters).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
                byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"skipped\":{{\"x\":[\"{new string('y', padding)}\",\"{text}\",{{}}]}},\"a\":1,\"a\":2}}");
                return EventPattern.Parse("""{"a":[2]}""").IsMatch(utf8, EventGuarantees.WellFormed)
                    && !EventPattern.Parse("""{"a":[3]}""").IsMatch(utf8, EventGuarantees.WellFormed);
            },
            iter: 10_000, seed: "0000blocks06");
}
