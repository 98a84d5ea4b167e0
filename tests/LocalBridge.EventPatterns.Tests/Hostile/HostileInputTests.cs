using System.Text;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Hostile;

/// <summary>Input made to hurt: deep, long, wide, repeated. Every test is bounded in time by the attribute.</summary>
[CancelAfter(20_000)]
public sealed class HostileInputTests
{
    [Test]
    public void IsMatch_NestingOverTheLimit_IsRefused([Values("a", "unmentioned")] string field, [Values("[", "{\"a\":")] string opening)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"{field}\":{string.Concat(Enumerable.Repeat(opening, 100_000))}");

        Assert.That(() => EventPattern.Parse("""{"a":["x"]}""").IsMatch(utf8), Throws.TypeOf<EventFormatException>().With.Message.Contains("nested deeper than 1000"));
    }

    [Test]
    public void IsMatch_NestingAtTheLimit_IsRead()
    {
        string nested = string.Concat(Enumerable.Repeat("[", 999)) + "\"x\"" + string.Concat(Enumerable.Repeat("]", 999));

        Assert.That(EventPattern.Parse("""{"a":["x"]}""").IsMatch(Encoding.UTF8.GetBytes($"{{\"a\":{nested}}}")), Is.True);
        Assert.That(EventPattern.Parse("""{"b":["x"]}""").IsMatch(Encoding.UTF8.GetBytes($"{{\"a\":{nested}}}")), Is.False);
    }

    /// <summary>What is open is kept as one bit each: objects and arrays in turn, and three to one, so that every word of bits has both.</summary>
    [TestCase("[", "]", "{\"b\":", "}")]
    [TestCase("[[{\"c\":[", "]}]]", "", "")]
    public void IsMatch_ObjectsAndArraysInEachOther_MustBeClosedAlike(string opening, string closing, string secondOpening, string secondClosing)
    {
        EventPattern pattern = EventPattern.Parse("""{"b":["x"]}""");
        string start = $"{{\"a\":{string.Concat(Enumerable.Repeat(opening + secondOpening, 240))}";
        string end = string.Concat(Enumerable.Repeat(secondClosing + closing, 240));

        Assert.That(pattern.IsMatch(Encoding.UTF8.GetBytes($"{start}1{end},\"b\":\"x\"}}")), Is.True);
        foreach (int place in (int[])[1, 63, 64, 65, 127, 128, 200, end.Length - 1])
        {
            string wrong = $"{end[..place]}{(end[place] == '}' ? ']' : '}')}{end[(place + 1)..]}";
            Assert.That(pattern.TryMatch(Encoding.UTF8.GetBytes($"{start}1{wrong},\"b\":\"x\"}}"), out _, out EventFormatError? error), Is.False);
            Assert.That(error!.Offset, Is.EqualTo(Encoding.UTF8.GetByteCount(start) + 1 + place));
        }
    }

    [Test]
    public void IsMatch_HundredThousandElementsAndManyFields_StaysLinear()
    {
        int count = Effort.Times(100_000);
        string elements = string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"b\":{i},\"c\":{i + 1},\"d\":1}}"));
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":[{elements}],\"e\":[{elements}]}}");

        EventPattern inconsistent = EventPattern.Parse(
            """{"a":{"b":[{"numeric":[">",5]}],"c":[{"numeric":["<",5]}],"d":[1]},"e":{"b":[{"exists":true}],"c":[{"exists":true}],"d":[2]}}""");

        Assert.That(inconsistent.IsMatch(utf8), Is.False);
        Assert.That(EventPattern.Parse($$$"""{"a":{"b":[{{{count - 1}}}],"c":[{{{count}}}]},"e":{"b":[0],"d":[1]}}""").IsMatch(utf8), Is.True);
    }

    [Test]
    [Category("Slow")]
    public void IsMatch_ArraysNestedInArrays_StaysBounded()
    {
        string inner = $"[{string.Join(',', Enumerable.Repeat("{\"b\":[{\"c\":1},{\"d\":2}]}", 200))}]";
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":[{string.Join(',', Enumerable.Repeat(inner, 200))}]}}");

        Assert.That(EventPattern.Parse("""{"a":{"b":{"c":[1],"d":[2]}}}""").IsMatch(utf8), Is.False);
    }

    [Test]
    [Category("Slow")]
    public void IsMatch_RepeatedPathsAsHardAsSatisfiability_EndsWithAClearError()
    {
        string array = $"[{string.Join(',', Enumerable.Range(0, 40).Select(i => $"{{\"k{i}\":1,\"z\":1}}"))}]";
        string repeated = string.Join(',', Enumerable.Repeat($"\"a\":{array}", 30));
        string fields = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"k{i}\":[1]"));
        EventPattern pattern = EventPattern.Parse($"{{\"a\":{{{fields}}}}}");

        Assert.That(
            () => pattern.IsMatch(Encoding.UTF8.GetBytes($"{{{repeated}}}")),
            Throws.TypeOf<EventFormatException>().With.Message.Contains("takes too long"));
    }

    [Test]
    public void IsMatch_NumberOfAMillionDigits_IsReadOnce()
    {
        int count = Effort.Times(1_000_000);
        byte[] digits = Encoding.UTF8.GetBytes($"{{\"a\":{new string('9', count)}}}");
        byte[] zeros = Encoding.UTF8.GetBytes($"{{\"a\":0.{new string('0', count)}1e{count + 1}}}");
        EventPattern positive = EventPattern.Parse("""{"a":[{"numeric":[">",0]}]}""");

        Assert.That(positive.IsMatch(digits), Is.False, "too many digits to be comparable");
        Assert.That(positive.IsMatch(zeros), Is.True, "the value is 1");
    }

    [Test]
    public void IsMatch_HugeExponents_AreNotComparable([Values("1e999999999999999999999999", "1e-999999999999999999999999", "1e400")] string number)
    {
        Assert.That(EventPattern.Parse("""{"a":[{"numeric":["<",1e300]}]}""").IsMatch(Encoding.UTF8.GetBytes($"{{\"a\":{number}}}")), Is.False);
    }

    [Test]
    public void IsMatch_MegabyteString_IsMatchedByWildcardInLinearTime()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('a', Effort.Times(1_000_000))}\"}}");

        Assert.That(EventPattern.Parse("""{"a":[{"wildcard":"*a*a*a*b"}]}""").IsMatch(utf8), Is.False);
    }

    [Test]
    public void IsMatch_LoneSurrogates_AreComparedUnitByUnit()
    {
        EventPattern pattern = EventPattern.Parse("""{"a":["\ud800"]}""");

        Assert.That(pattern.IsMatch("""{"a":"\ud800"}"""u8), Is.True);
        Assert.That(pattern.IsMatch("""{"a":"\ud801"}"""u8), Is.False);
        Assert.That(pattern.IsMatch("""{"a":"?"}"""u8), Is.False);
    }

    [Test]
    public void Parse_PatternNestedTooDeep_IsRefused()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        Assert.That(() => EventPattern.Parse(deep), Throws.TypeOf<EventPatternException>().With.Message.Contains("nested deeper than the limit of 1000"));
        Assert.That(OnASmallStack(() => EventPattern.Parse(deep, EventPatternOptions.Unlimited))?.Reason, Is.EqualTo("Objects are nested deeper than this thread's stack allows"));
    }

    /// <summary>The time to unwind an exception grows with the depth of the stack.</summary>
    private static EventPatternException? OnASmallStack(Action action)
    {
        EventPatternException? thrown = null;
        Thread thread = new(() => thrown = Record(action), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        return thrown;
    }

    private static EventPatternException? Record(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (EventPatternException exception)
        {
            return exception;
        }
    }

    [Test]
    public void Parse_OrThatMultipliesWithoutEnd_IsRefusedEarly()
    {
        string or = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"p{i}\":{{\"$or\":[{{\"a\":[1]}},{{\"b\":[1]}}]}}"));

        Assert.That(() => EventPattern.Parse($"{{{or}}}"), Throws.TypeOf<EventPatternException>().With.Message.Contains("more than 1000 combinations"));
    }

    [Test]
    public void Parse_WildcardsWithHugeStateSpace_AreScoredInBoundedTime()
    {
        string shapes = string.Join(',', Enumerable.Range(0, 40).Select(i => $"{{\"wildcard\":\"*{string.Join('*', Enumerable.Range(0, 60).Select(j => $"{(char)('a' + ((i * j) % 26))}{(char)('a' + (j % 26))}"))}*\"}}"));

        Assert.That(() => EventPattern.Parse($"{{\"x\":[{shapes}]}}"), Throws.TypeOf<EventPatternException>().With.Message.Contains("Rule is too complex"));
    }

    [Test]
    public void Parse_LongTextOfEscapes_IsReadInLinearTime()
    {
        string escapes = string.Concat(Enumerable.Repeat("\\u0061", 200_000));

        Assert.That(EventPattern.Parse($"{{\"a\":[\"{escapes}\"]}}").IsMatch("""{"a":"b"}"""u8), Is.False);
    }
}
