namespace LocalBridge.EventPatterns.Tests.Explaining;

public sealed class ExplainTests
{
    [Test]
    public void Explain_Mismatch_SaysFieldByFieldWhy()
    {
        EventPattern pattern = EventPattern.Parse(
            """{"source":["shop.orders"],"detail":{"total":[{"numeric":[">",100]}],"state":["paid",{"prefix":"ship"}],"gone":[{"exists":true}],"box":["x"]}}""");

        EventPatternExplanation explanation = pattern.Explain("""{"source":"shop.orders","detail":{"total":40,"state":["new","open"],"box":{"x":1}}}"""u8);

        Assert.That(explanation.IsMatch, Is.False);
        Assert.That(explanation.ToString(), Is.EqualTo(
            """
            The event does not match.
              FAIL detail.box: an object is there, which counts as no value and does not satisfy "x"
              FAIL detail.gone: the field is missing, which does not satisfy {"exists":true}
              FAIL detail.state: none of the 2 values "new", "open" satisfies any of "paid", {"prefix":"ship"}
              FAIL detail.total: 40 does not satisfy {"numeric":[">",100]}
              ok   source: "shop.orders" satisfies "shop.orders"
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Explain_Field_CarriesItsParts()
    {
        FieldExplanation field = EventPattern.Parse("""{"a":["x",1]}""").Explain("""{"a":[true,"y"]}"""u8).Fields[0];

        Assert.That((field.Path, field.IsMatch, field.FoundCount), Is.EqualTo(("a", false, 2)));
        Assert.That(string.Join(' ', field.Expected), Is.EqualTo("\"x\" 1"));
        Assert.That(string.Join(' ', field.Found), Is.EqualTo("true \"y\""));
    }

    [Test]
    public void Explain_ManyAndLongValues_AreCutShort()
    {
        string values = string.Join(',', Enumerable.Range(0, 25).Select(i => $"\"{i}{new string('x', 300)}\""));

        FieldExplanation field = EventPattern.Parse("""{"a":["x"]}""").Explain(System.Text.Encoding.UTF8.GetBytes($"{{\"a\":[{values}]}}")).Fields[0];

        Assert.That((field.FoundCount, field.Found.Count), Is.EqualTo((25, 10)));
        Assert.That(field.Found, Has.All.Length.LessThanOrEqualTo(101));
    }

    [Test]
    public void Explain_DifferentArrayElements_NamesTheArray()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"detail":{"items":{"sku":["a"],"quantity":[7]}}}""")
            .Explain("""{"detail":{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":7}]}}"""u8);

        Assert.That(explanation.IsMatch, Is.False);
        Assert.That(explanation.Fields.Select(field => field.IsMatch), Is.All.True);
        Assert.That(explanation.Nearest.ArrayConflict, Is.EqualTo(
            "'detail.items.quantity' and 'detail.items.sku' are both satisfied, but in different elements of 'detail.items'. EventBridge wants one element to satisfy both."));
    }

    [Test]
    public void Explain_Or_PicksTheNearestBranch()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"source":["s"],"$or":[{"a":[1],"b":[2]},{"a":[3],"c":[4]}]}""")
            .Explain("""{"source":"s","a":3,"c":5}"""u8);

        Assert.That(explanation.Combinations, Has.Count.EqualTo(2));
        Assert.That(explanation.Nearest.Branch, Is.EqualTo("$or[1]"));
        Assert.That(explanation.ToString(), Does.StartWith("The event does not match. Of 2 combinations of $or branches the nearest is $or[1].\n"));
    }

    [Test]
    public void Explain_AbsenceInTheChosenElement_IsExplainedAsSatisfied()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"a":{"b":[1],"c":[{"exists":false}]}}""").Explain("""{"a":[{"b":1},{"c":2}]}"""u8);

        Assert.That(explanation.IsMatch, Is.True);
        Assert.That(explanation.Fields.Select(field => field.IsMatch), Is.All.True);
    }

    /// <summary>The first branch has no field to blame either, but does not match.</summary>
    [Test]
    public void Explain_MatchBehindABranchOfConflict_IsAMatch()
    {
        EventPattern pattern = EventPattern.Parse("""{"$or":[{"a":{"b":[1],"c":[1]}},{"d":[1]}]}""");

        EventPatternExplanation explanation = pattern.Explain("""{"a":[{"b":1},{"c":1}],"d":1}"""u8);

        Assert.That((explanation.IsMatch, explanation.Nearest.Branch), Is.EqualTo((true, "$or[1]")));
    }

    [Test]
    public void Explain_ConflictOfAFieldAndOneBelowIt_NamesTheUpperOne()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"a":{"b":[1],"b.c":[2]}}""").Explain("""{"a":[{"b":1},{"b":{"c":2}}]}"""u8);

        Assert.That(explanation.Nearest.ArrayConflict, Does.StartWith("'a.b' and 'a.b.c' are both satisfied, but in different elements of 'a.b'."));
    }

    [Test]
    public void Explain_NestedOr_NamesEveryBranchTaken()
    {
        EventPattern pattern = EventPattern.Parse("""{"detail":{"$or":[{"a":[1]},{"b":[2],"$or":[{"c":[3]},{"d":[4]}]}]}}""");

        Assert.That(
            pattern.Explain("{}"u8).Combinations.Select(combination => combination.Branch),
            Is.EqualTo((string[])["detail.$or[0]", "detail.$or[1], detail.$or[0]", "detail.$or[1], detail.$or[1]"]));
    }

    [Test]
    public void Explain_FieldsThatAgreeInPairsOnly_SaysSo()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"a":{"b":[1],"c":[1],"d":[1]}}""").Explain("""{"a":[{"b":1,"c":1},{"c":1,"d":1},{"b":1,"d":1}]}"""u8);

        Assert.That(explanation.ToString(), Does.EndWith(
            "\n  Each field is satisfied, but not all of them in the same array elements, which is what EventBridge wants."));
    }

    [Test]
    public void Explain_ConflictInDeeperArrays_NamesTheStepsThatBothShare()
    {
        EventPatternExplanation explanation = EventPattern.Parse("""{"a":{"b":{"c":[1]},"bc":[1]}}""").Explain("""{"a":[{"b":{"c":1}},{"bc":1}]}"""u8);

        Assert.That(explanation.Nearest.ArrayConflict, Does.StartWith("'a.b.c' and 'a.bc' are both satisfied, but in different elements of 'a'."));
    }

    [Test]
    public void Explain_Match_SaysWhichBranch()
    {
        EventPattern pattern = EventPattern.Parse("""{"$or":[{"a":[1]},{"b":[2]}]}""");

        Assert.That(pattern.Explain("""{"b":2}"""u8).ToString(), Is.EqualTo("The event matches. The branch $or[1] is satisfied.\n  ok   b: 2 satisfies 2"));
        Assert.That(pattern.Explain("""{"a":1,"b":2}"""u8).Nearest.Branch, Is.EqualTo("$or[0]"));
    }

    [Test]
    public void Explain_EmptyArrayOrManyValues_SaysSo()
    {
        EventPattern pattern = EventPattern.Parse("""{"a":[{"exists":false}],"b":["7"]}""");

        Assert.That(pattern.Explain("""{"a":[],"b":["0","1","2","3","4","5","6","7","8","9","10"]}"""u8).ToString(), Is.EqualTo(
            """
            The event matches.
              ok   a: an array without values is there, which satisfies {"exists":false}
              ok   b: one of the 11 values "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", … satisfies "7"
            """.ReplaceLineEndings("\n")));
        Assert.That(pattern.Explain("""{"b":["0","1","2","3","4","5","6","7","8","9"]}"""u8).Fields[1].Reason, Does.Not.Contain("…"));
    }

    [TestCase(100, 100)]
    [TestCase(101, 101)]
    [TestCase(1000, 101)]
    public void Explain_LongValue_IsShownUpToAHundredCharacters(int length, int shown)
    {
        FieldExplanation field = EventPattern.Parse("""{"a":["x"]}""").Explain(System.Text.Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', length - 2)}\"}}")).Fields[0];

        Assert.That(field.Found[0], Has.Length.EqualTo(shown));
    }

    [Test]
    public void Explain_LongValueOutsideAscii_IsShownUpToAHundredCharacters()
    {
        FieldExplanation field = EventPattern.Parse("""{"a":["x"]}""").Explain(System.Text.Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('\u20ac', 300)}\"}}")).Fields[0];

        Assert.That(field.Found[0], Is.EqualTo($"\"{new string('\u20ac', 99)}…"));
    }

    [TestCase("{")]
    [TestCase("{\"b\":[1 2],\"a\":1}")]
    public void Explain_MalformedEvent_Throws(string eventText)
    {
        Assert.That(() => EventPattern.Parse("""{"a":[1]}""").Explain(System.Text.Encoding.UTF8.GetBytes(eventText)), Throws.TypeOf<EventFormatException>());
    }
}
