using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Tests.Compiled;

public sealed class ConditionKeyTests
{
    /// <summary>Conditions of one path; no two ask the same.</summary>
    private static readonly string[] Conditions =
    [
        "\"a\"", "\"ab\"", "\"ab\",\"c\"", "\"a\",\"bc\"", "\"a\",{\"exists\":false}", "{\"exists\":false}", "{\"exists\":true}", "{\"anything-but\":\"a\"}", "{\"anything-but\":[\"a\",\"b\"]}",
        "{\"anything-but\":\"a\"},{\"anything-but\":\"b\"}", "{\"prefix\":\"a\"}", "{\"suffix\":\"a\"}", "{\"equals-ignore-case\":\"a\"}", "{\"prefix\":{\"equals-ignore-case\":\"a\"}}",
        "{\"suffix\":{\"equals-ignore-case\":\"a\"}}", "{\"wildcard\":\"a*\"}", "{\"wildcard\":\"*a\"}", "{\"wildcard\":\"*a*\"}",
        "\"10.0.0.0\"", "{\"cidr\":\"10.0.0.0/8\"}", "{\"cidr\":\"10.0.0.0/9\"}", "{\"cidr\":\"11.0.0.0/8\"}", "{\"cidr\":\"::/8\"}", "{\"cidr\":\"0.0.0.0/8\"}", "{\"cidr\":\"1000::/8\"}",
        "1", "2", "12345678901234567890", "12345678901234567891", "true", "false", "null",
        "{\"numeric\":[\">\",1]}", "{\"numeric\":[\">=\",1]}", "{\"numeric\":[\"<\",1]}", "{\"numeric\":[\">\",1,\"<\",2]}", "{\"numeric\":[\">\",1,\"<=\",2]}",
        .. ((int[])[126, 127, 128, 129, 255, 256, 300, 16_383, 16_384]).Select(length => $"\"{new string('x', length)}\""),
    ];

    [Test]
    public void Of_DifferentConditions_Differs() => Assert.That(Conditions.Select(Key), Is.Unique);

    [Test]
    public void Of_TwoSpellings_IsEqual()
    {
        Assert.That(Key("{\"numeric\":[\"=\",1]}"), Is.EqualTo(Key("1.0")));
        Assert.That(Key("\"10.0.0.1\""), Is.EqualTo(Key("\"10.0.0.001\"")));
    }

    /// <summary>Texts made to continue like the next alternative of another list: their lengths alone tell them apart.</summary>
    [Test]
    public void Of_TextThatSpellsTheNextAlternative_Differs()
    {
        string long126 = new('x', 126);
        string long128 = new('x', 128);

        Assert.That(Key("\"a|t\\u0001b\""), Is.Not.EqualTo(Key("\"a\",\"b\"")));
        Assert.That(Key("\"a|tb\""), Is.Not.EqualTo(Key("\"a\",\"b\"")));
        Assert.That(Key($"\"c|t~{long126}\""), Is.Not.EqualTo(Key($"\"c\",\"{long126}\"")));
        Assert.That(Key($"\"{long128}|t\\u0000\""), Is.Not.EqualTo(Key($"\"{long128}\",\"\"")));
    }

    private static string Key(string alternatives) =>
        Convert.ToHexString(ConditionKey.Of(EventPattern.Parse($"{{\"x\":[{alternatives}]}}", EventPatternOptions.Unlimited).Compiled.SubRules[0].Fields[0]));
}
