using System.Text;

namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>One accepted and one refused value, at least, for every operator.</summary>
public sealed class OperatorTests
{
    [TestCase("\"paid\"", "\"paid\"", true)]
    [TestCase("\"paid\"", "\"Paid\"", false)]
    [TestCase("\"paid\"", "\"p\\u0061id\"", true)]
    [TestCase("\"10.0.0.1\"", "\"10.0.0.01\"", true)]
    [TestCase("\"::1\"", "\"0:0:0:0:0:0:0:1\"", true)]
    [TestCase("\"::ffff:102:304\"", "\"1.2.3.4\"", true)]
    [TestCase("{\"exactly\":\"10.0.0.1\"}", "\"10.0.0.01\"", false)]
    [TestCase("{\"exactly\":\"10.0.0.1\"}", "\"10.0.0.1\"", true)]
    [TestCase("300", "3.0e2", true)]
    [TestCase("300", "\"300\"", false)]
    [TestCase("0", "-0.0", true)]
    [TestCase("12345678901234567890", "12345678901234567890", true)]
    [TestCase("12345678901234567890", "12345678901234567890.0", false)]
    [TestCase("0.1", "0.10000000000000001", false)]
    [TestCase("2e23", "20e22", true)]
    [TestCase("true", "true", true)]
    [TestCase("true", "\"true\"", false)]
    [TestCase("null", "null", true)]
    [TestCase("null", "0", false)]
    [TestCase("{\"prefix\":\"eu-\"}", "\"eu-west-1\"", true)]
    [TestCase("{\"prefix\":\"eu-\"}", "\"us-eu-1\"", false)]
    [TestCase("{\"prefix\":\"\"}", "5", false)]
    [TestCase("{\"suffix\":\".png\"}", "\"a.png\"", true)]
    [TestCase("{\"suffix\":\".png\"}", "\"png\"", false)]
    [TestCase("{\"prefix\":{\"equals-ignore-case\":\"stra\u00df\"}}", "\"STRASSE\"", true)]
    [TestCase("{\"suffix\":{\"equals-ignore-case\":\".PNG\"}}", "\"a.pNg\"", true)]
    [TestCase("{\"suffix\":{\"equals-ignore-case\":\".PNG\"}}", "\"a.pngx\"", false)]
    [TestCase("{\"equals-ignore-case\":\"@Az[`aZ{\"}", "\"@aZ[`Az{\"", true)]
    [TestCase("{\"equals-ignore-case\":\"@Az[`aZ{\"}", "\"`aZ{@Az[\"", false)]
    [TestCase("{\"equals-ignore-case\":\"[[[[[[[[[[[[[[[[@@@@@@@@@@@@@@@@ZZZZZZZZZZZZZZZZAAAAAAAAAAAAAAAA[\"}", "\"[[[[[[[[[[[[[[[[@@@@@@@@@@@@@@@@zzzzzzzzzzzzzzzzaaaaaaaaaaaaaaaa[\"", true)]
    [TestCase("{\"equals-ignore-case\":\"\u01c5\"}", "\"\u01c4\"", true)]
    [TestCase("{\"equals-ignore-case\":\"\u01c5\"}", "\"\u01c5\"", false)]
    [TestCase("{\"equals-ignore-case\":\"\\ud801\\udc00\"}", "\"\ud801\udc28\"", true)]
    [TestCase("{\"wildcard\":\"a*c*e\"}", "\"abcde\"", true)]
    [TestCase("{\"wildcard\":\"a*c*e\"}", "\"aec\"", false)]
    [TestCase("{\"wildcard\":\"ab*ba\"}", "\"aba\"", false)]
    [TestCase("{\"wildcard\":\"\\\\*\"}", "\"*\"", true)]
    [TestCase("{\"wildcard\":\"\\\\*\"}", "\"x\"", false)]
    [TestCase("{\"cidr\":\"10.0.0.77/24\"}", "\"10.0.0.200\"", true)]
    [TestCase("{\"cidr\":\"10.0.0.0/24\"}", "\"10.0.1.0\"", false)]
    [TestCase("{\"cidr\":\"0.0.0.0/0\"}", "\"2001:db8::1\"", false)]
    [TestCase("{\"cidr\":\"2001:db8::/32\"}", "\"2001:db8:ffff::\"", true)]
    [TestCase("{\"exists\":true}", "null", true)]
    [TestCase("{\"exists\":true}", "{}", false)]
    [TestCase("{\"exists\":false}", "{\"deeper\":1}", true)]
    [TestCase("{\"exists\":false}", "[]", true)]
    [TestCase("{\"exists\":false}", "[null]", false)]
    [TestCase("{\"numeric\":[\"=\",5]}", "5.0", true)]
    [TestCase("{\"numeric\":[\">\",5]}", "5", false)]
    [TestCase("{\"numeric\":[\">\",5]}", "5.000000001", true)]
    [TestCase("{\"numeric\":[\"<\",5]}", "4.9", true)]
    [TestCase("{\"numeric\":[\"<=\",5]}", "5", true)]
    [TestCase("{\"numeric\":[\">\",0,\"<=\",5]}", "0", false)]
    [TestCase("{\"numeric\":[\">\",0]}", "12345678901234567890", false)]
    [TestCase("{\"anything-but\":\"x\"}", "\"y\"", true)]
    [TestCase("{\"anything-but\":\"x\"}", "null", true)]
    [TestCase("{\"anything-but\":\"x\"}", "[\"x\",\"y\"]", true)]
    [TestCase("{\"anything-but\":\"x\"}", "[]", false)]
    [TestCase("{\"anything-but\":[1,2]}", "2.0", false)]
    [TestCase("{\"anything-but\":[1,2]}", "\"2\"", true)]
    [TestCase("{\"anything-but\":{\"prefix\":[\"a\",\"b\"]}}", "\"bc\"", false)]
    [TestCase("{\"anything-but\":{\"suffix\":\"a\"}}", "7", true)]
    [TestCase("{\"anything-but\":{\"equals-ignore-case\":\"A\"}}", "\"a\"", false)]
    [TestCase("{\"anything-but\":{\"wildcard\":[\"*a*\"]}}", "\"bab\"", false)]
    public void IsMatch_OneAlternative_DecidesAsDocumented(string alternative, string value, bool expected)
    {
        EventPattern pattern = EventPattern.Parse($"{{\"x\":[{alternative}]}}");

        bool matched = pattern.IsMatch(Encoding.UTF8.GetBytes($"{{\"x\":{value}}}"));

        Assert.That(matched, Is.EqualTo(expected));
    }

    [TestCase("{\"a\":{\"b\":[\"x\"]}}", "{\"a.b\":\"x\"}", true)]
    [TestCase("{\"a.b\":[\"x\"]}", "{\"a\":{\"b\":\"x\"}}", true)]
    [TestCase("{\"a\":{\"b\":[1],\"c\":[2]}}", "{\"a\":[{\"b\":1},{\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":[1],\"c\":[2]}}", "{\"a\":[{\"b\":3},{\"c\":2,\"b\":1}]}", true)]
    [TestCase("{\"a\":{\"b\":[1]},\"c\":{\"d\":[2]}}", "{\"a\":[{\"b\":0},{\"b\":1}],\"c\":[{\"d\":2},{\"d\":0}]}", true)]
    [TestCase("{\"a\":[1],\"a.x\":[{\"exists\":false}]}", "{\"a\":[1,{\"x\":5}]}", false)]
    [TestCase("{\"a\":[1],\"a.x\":[{\"exists\":false}]}", "{\"a\":[[1],{\"x\":5}]}", true)]
    [TestCase("{\"a\":{\"b\":[1],\"c\":[2]}}", "{\"a\":[{\"b\":1}],\"a\":[{\"c\":2}]}", true)]
    [TestCase("{\"x\":[\"1\"]}", "{\"x\":\"0\",\"x\":\"1\"}", true)]
    [TestCase("{\"a\":[1],\"$or\":[{\"a\":[2]},{\"b\":[3]}]}", "{\"a\":2}", true)]
    [TestCase("{\"x\":[\"1\"]}", "{\"\\u0078\":\"1\"}", true)]
    [TestCase("{\"a\":{\"b\":[{\"exists\":false}]}}", "{\"a\":[{\"b\":1},{\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":[{\"wildcard\":\"*xy*\"}],\"c\":[1]}}", "{\"a\":[{\"b\":\"xy\",\"c\":2},{\"b\":\"xy\",\"c\":1}]}", true)]
    [TestCase("{\"a\":{\"b\":[{\"anything-but\":[\"x\",\"y\"]}],\"c\":[1]}}", "{\"a\":[{\"b\":\"x\",\"c\":2},{\"b\":\"x\",\"c\":1}]}", false)]
    [TestCase("{\"a\":{\"b\":[\"p\\u0061id\"],\"c\":[1]}}", "{\"a\":[{\"b\":\"\\u0070aid\",\"c\":2},{\"b\":\"paid\\\\\",\"c\":1},{\"b\":\"pai\\u0064\",\"c\":1}]}", true)]
    [TestCase("{\"a\":{\"b\":[{\"exists\":false}]}}", "{\"a\":[{\"c\":2}]}", true)]
    [TestCase("{\"a\":{\"b\":[{\"exists\":false},2]}}", "{\"a\":[{\"b\":1},{\"b\":2}]}", true)]
    [TestCase("{\"a\":{\"b\":[{\"exists\":false}],\"c\":[2]}}", "{\"a\":[{\"b\":1},{\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":[{\"exists\":false}],\"c\":[2]}}", "{\"a\":[{\"b\":1,\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":{\"x\":[{\"exists\":false}],\"y\":[1]},\"c\":[2]}}", "{\"a\":[{\"b\":[{\"x\":1},{\"y\":1}],\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":{\"x\":[{\"exists\":false}],\"y\":[1]},\"c\":[2]}}", "{\"a\":[{\"b\":[{\"x\":1,\"y\":1}],\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"b\":{\"x\":[{\"exists\":false}]},\"c\":[2]}}", "{\"a\":[{\"b\":{\"x\":1},\"c\":2},{\"b\":{\"x\":1}}]}", false)]
    [TestCase("{\"a\":{\"b\":{\"x\":[{\"exists\":false}]},\"c\":[2]}}", "{\"a\":[{\"b\":{\"x\":1},\"c\":3},{\"b\":{\"y\":1},\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":[{\"exists\":false}]}}", "{\"a\":[{\"z\":1},{\"c\":2}]}", true)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":[{\"exists\":false}]}}", "{\"a\":[{\"z\":1,\"c\":2},{\"d\":1}]}", false)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":[{\"exists\":false}]}}", "{\"a\":[{\"z\":1,\"c\":2},{\"c\":2}]}", true)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":{\"x\":[{\"exists\":false}],\"y\":[1]}}}", "{\"a\":[{\"z\":[{\"x\":1},{\"y\":1}],\"c\":2}]}", false)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":{\"w\":[1],\"x\":[{\"exists\":false}]}}}", "{\"a\":[{\"z\":[{\"x\":1},{\"w\":1}],\"c\":2}]}", true)]
    [TestCase("{\"a\":{\"c\":[2],\"z\":{\"w\":[1],\"x\":[{\"exists\":false}]}}}", "{\"a\":[{\"z\":[{\"x\":1,\"w\":1}],\"c\":2},{\"z\":[{\"w\":1}],\"c\":3}]}", false)]
    [TestCase("{\"a\":{\"c\":[2],\"d\":{\"e\":[3],\"f\":[{\"exists\":false},4]},\"z\":[5]}}", "{\"a\":[{\"c\":2,\"d\":[{\"e\":3,\"f\":4}],\"z\":5}]}", true)]
    [TestCase("{\"a\":{\"c\":[2],\"d\":{\"e\":[3],\"f\":[{\"exists\":false},4]},\"z\":[5]}}", "{\"a\":[{\"c\":2,\"d\":[{\"e\":3,\"f\":0},{\"f\":4}],\"z\":5},{\"c\":2,\"z\":5}]}", false)]
    public void IsMatch_Paths_DecidesAsDocumented(string pattern, string eventText, bool expected)
    {
        bool matched = EventPattern.Parse(pattern).IsMatch(Encoding.UTF8.GetBytes(eventText));

        Assert.That(matched, Is.EqualTo(expected));
        Assert.That(Reference.ReferenceMatcher.IsMatch(pattern, eventText), Is.EqualTo(expected), "the plain reading of the rules");
    }

    [Test]
    public void IsMatch_MoreThan64ConditionsOnOnePathInsideArrays_TellsThemApart()
    {
        string branches = string.Join(',', Enumerable.Range(0, 100).Select(i => $"{{\"a\":{{\"b\":[{i}],\"c\":[{i}]}}}}"));
        EventPattern pattern = EventPattern.Parse($"{{\"$or\":[{branches}]}}");

        Assert.That(pattern.IsMatch("""{"a":[{"b":99,"c":98},{"b":99,"c":99}]}"""u8), Is.True);
        Assert.That(pattern.IsMatch("""{"a":[{"b":99,"c":98},{"b":98,"c":99}]}"""u8), Is.False);
    }
}
