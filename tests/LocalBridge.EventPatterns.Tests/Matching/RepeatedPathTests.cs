using System.Text;
using LocalBridge.EventPatterns.Tests.Reference;

namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>Events that spell a path of arrays twice, where the groups of fields overlap.</summary>
public sealed class RepeatedPathTests
{
    private const string Values = """{"a":{"b":[1],"c":[2],"d":[3]}}""";

    private const string ValueOrAbsence = """{"a":{"b":[1,{"exists":false}],"c":[2],"d":[3]}}""";

    private const string Absence = """{"a":{"b":[2],"c":[{"exists":false}],"d":[3]}}""";

    [TestCase(Values, """{"a":{"b":1},"a":[{"c":2},{"d":3}],"a":[{"c":2}]}""", true)]
    [TestCase(Values, """{"a":{"b":1},"a":[{"c":2},{"d":3}],"a":[{"c":9}]}""", false)]
    [TestCase(Values, """{"a":{"b":1},"a":[{"c":9},{"d":3}],"a":[{"c":2},{"d":9}]}""", true)]
    [TestCase(Values, """{"a":[{"b":1},{"c":2}],"a":[{"b":1},{"d":3}],"a":[{"c":2},{"d":3}]}""", true)]
    [TestCase(Values, """{"a":[{"b":1},{"c":2}],"a":[{"b":1},{"d":3}]}""", false)]
    [TestCase(Values, """{"a":[{"b":1},{"c":2}],"a":[{"b":9},{"d":3}]}""", false)]
    [TestCase(ValueOrAbsence, """{"a":{"b":1},"a":[{"b":9,"c":2,"d":3},{"c":3}]}""", true)]
    [TestCase(ValueOrAbsence, """{"a":{"b":1},"a":[{"b":9,"c":2},{"d":3}]}""", false)]
    [TestCase(ValueOrAbsence, """{"a":{"b":0},"a":[{"b":9,"c":2,"d":3},{"c":3}]}""", false)]
    [TestCase(ValueOrAbsence, """{"a":{"b":1},"a":[{"b":9},{"c":2,"d":0},{"c":2,"d":3}]}""", true)]
    [TestCase(ValueOrAbsence, """{"a":[{"b":9,"c":2},{"b":1,"c":2,"d":3}]}""", true)]
    [TestCase(ValueOrAbsence, """{"a":[{"b":9},{"c":2,"d":3}]}""", false)]
    [TestCase(Absence, """{"a":[{"b":2},{"c":1}],"a":[{"b":2},{"d":3}]}""", true)]
    [TestCase(Absence, """{"a":[{"b":2,"c":1}],"a":[{"b":5},{"d":3}]}""", false)]
    [TestCase(Absence, """{"a":{"c":1},"a":[{"b":2}],"a":[{"b":2},{"d":3}]}""", false)]
    [TestCase(Absence, """{"a":[{"b":2},{"b":2,"c":1}],"a":[{"b":5},{"d":3}]}""", true)]
    [TestCase(Absence, """{"a":[{"b":[{"x":1},2]}],"a":[{"b":2},{"d":3}],"a":[{"c":[{"y":1}]}]}""", true)]
    public void IsMatch_RepeatedArrays_TriesEveryChoice(string pattern, string eventText, bool expected)
    {
        Assert.That(EventPattern.Parse(pattern).IsMatch(Encoding.UTF8.GetBytes(eventText)), Is.EqualTo(expected));
        Assert.That(ReferenceMatcher.IsMatch(pattern, eventText), Is.EqualTo(expected), "the plain reading of the rules");
    }
}
