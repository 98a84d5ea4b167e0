using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class JsonBlockTests
{
    [Test]
    public void PrefixXor_AnyBits_IsTheSameWithAndWithoutTheInstruction() =>
        Gen.ULong.Sample(static bits => JsonBlock.PrefixXor(bits) == JsonBlock.PrefixXorByShifts(bits), iter: Effort.Times(10_000), seed: "0000blocks06");

    /// <summary>Each processor runs one of the three; what the strings look like shows once they are struck off.</summary>
    [Test]
    public void Read_AnyWidthOfVector_FindsTheSameBrackets() =>
        Gen.Select(Bytes, Gen.Bool, Gen.Bool).Sample(
            static (bytes, escaped, inString) =>
                new[] { JsonBlock.Read512(ref bytes[0]), JsonBlock.Read256(ref bytes[0]), JsonBlock.Read128(ref bytes[0]), JsonBlock.Read(ref bytes[0]) }
                    .All(block => Brackets(block, escaped, inString) == Expected(bytes, escaped, inString)),
            iter: Effort.Times(10_000, atLeast: 1_000), seed: "0000blocks06");

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
            iter: Effort.Times(10_000), seed: "0000blocks06");

    private static Gen<byte[]> Bytes => Gen.Int[0, 15].Select(static index => "{}[]\"\\,:ax ;:\"\\\""u8[index]).Array[JsonBlock.Size];

    private static (ulong Opens, ulong Closes, bool Escaped, bool InString) Brackets(JsonBlock block, bool escaped, bool inString)
    {
        ulong escape = escaped ? 1UL : 0;
        ulong strings = inString ? ulong.MaxValue : 0;
        block.RemoveStrings(ref escape, ref strings);
        return (block.Opens, block.Closes, escape == 1, strings == ulong.MaxValue);
    }

    private static (ulong Opens, ulong Closes, bool Escaped, bool InString) Expected(byte[] bytes, bool escaped, bool inString)
    {
        (ulong opens, ulong closes) = (0, 0);
        for (int i = 0; i < bytes.Length; i++)
        {
            inString ^= bytes[i] == '"' && !escaped;
            opens |= bytes[i] is (byte)'{' or (byte)'[' && !inString ? 1UL << i : 0;
            closes |= bytes[i] is (byte)'}' or (byte)']' && !inString ? 1UL << i : 0;
            escaped = bytes[i] == '\\' && !escaped;
        }

        return (opens, closes, escaped, inString);
    }
}
