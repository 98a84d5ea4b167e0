using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Tests.Reference;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Hostile;

/// <summary>Damaged patterns and events: nothing but the documented exceptions may come out. The seed is fixed, so a failure repeats.</summary>
public sealed class FuzzTests
{
    internal const string Seed = "0001fuzz0036";

    [Test]
    public void Parse_DamagedPattern_ThrowsOnlyEventPatternException() => Gen.Select(Generate.Patterns, Damage).Sample(
        (pattern, damage) =>
        {
            byte[] bytes = Apply(Encoding.UTF8.GetBytes(pattern), damage);
            try
            {
                EventPattern.Parse(bytes).IsMatch("""{"a":[{"b":1},{"c":"x"}]}"""u8);
            }
            catch (EventPatternException exception)
            {
                Assert.That(exception.Reason, Is.Not.Empty);
            }
        },
        iter: Effort.Times(20_000), seed: Seed, threads: 2);

    [Test]
    public void IsMatch_DamagedEvent_ThrowsOnlyEventFormatException() => Gen.Select(Generate.Patterns, Generate.Events, Damage).Sample(
        (pattern, eventText, damage) =>
        {
            byte[] bytes = Apply(Encoding.UTF8.GetBytes(eventText), damage);
            EventPattern parsed = EventPattern.Parse(pattern, EventPatternOptions.Unlimited);
            bool readable = parsed.TryMatch(bytes, out bool matched, out EventFormatError? error);
            Assert.That(error is null, Is.EqualTo(readable));
            try
            {
                bool trusted = parsed.IsMatch(bytes, EventGuarantees.WellFormed);
                Assert.That(!readable || trusted == matched, "the guarantee must not change the verdict on a readable event");
            }
            catch (EventFormatException exception)
            {
                Assert.That(exception.Offset, Is.InRange(0, bytes.Length));
                Assert.That(readable, Is.False, exception.Message);
            }
        },
        iter: Effort.Times(20_000), seed: Seed, threads: 2);

    private static Gen<(int Kind, int Place, byte Value)[]> Damage => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1_000_000], Gen.OneOf(Gen.Byte, Marks), (kind, place, value) => (kind, place, value)).Array[1, 4];

    private static Gen<byte> Marks => Gen.Int[0, 13].Select(index => "\"\\{}[],:0.e-*"u8[index % 13]);

    private static byte[] Apply(byte[] bytes, (int Kind, int Place, byte Value)[] damages)
    {
        List<byte> list = [.. bytes];
        foreach ((int kind, int place, byte value) in damages.Where(_ => list.Count > 0))
        {
            int index = place % list.Count;
            switch (kind)
            {
                case 0:
                    list[index] = value;
                    break;
                case 1:
                    list.Insert(index, value);
                    break;
                case 2:
                    list.RemoveAt(index);
                    break;
                default:
                    list.RemoveRange(index, list.Count - index);
                    break;
            }
        }

        return [.. list];
    }
}
