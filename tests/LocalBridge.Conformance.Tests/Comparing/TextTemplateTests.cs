using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing;

[TestFixture]
internal sealed class TextTemplateTests
{
    private static readonly ComparisonRules Rules = ComparisonRules.StepFunctions;

    [TestCase("plain", "plain", ExpectedResult = true)]
    [TestCase("plain", "other", ExpectedResult = false)]
    [TestCase("<uuid:1>", "7f0c", ExpectedResult = true)]
    [TestCase("<uuid:1>", "", ExpectedResult = false)]
    [TestCase("id <uuid:1>!", "id 7f0c!", ExpectedResult = true)]
    [TestCase("id <uuid:1>!", "id !", ExpectedResult = false)]
    [TestCase("id <uuid:1>!", "id 7f0c", ExpectedResult = false)]
    [TestCase("<uuid:1>-<uuid:1>", "a-a", ExpectedResult = true)]
    [TestCase("<uuid:1>-<uuid:1>", "a-b", ExpectedResult = false)]
    [TestCase("<uuid:1>-<uuid:1>", "a-b-a-b", ExpectedResult = true)]
    [TestCase("<date>-<date>", "a-b", ExpectedResult = true)]
    [TestCase("1 < 2 > 1", "1 < 2 > 1", ExpectedResult = true)]
    [TestCase("a < b", "a < b", ExpectedResult = true)]
    [TestCase("a <> b", "a <> b", ExpectedResult = true)]
    [TestCase("a <> b", "a x b", ExpectedResult = false)]
    [TestCase("<<uuid:1>>", "<7f>", ExpectedResult = true)]
    [TestCase("express:<ArnPart_0idx>:<A>:<B>", "express:sm:x:y", ExpectedResult = true)]
    public bool Matches_Text_FollowsPlaceholders(string template, string text) =>
        TextTemplate.Parse(template).Matches(text, Rules, new PlaceholderScope());

    [Test]
    public void Matches_BoundPlaceholder_WantsTheSameText()
    {
        var scope = new PlaceholderScope();
        bool first = TextTemplate.Parse("arn:<name:1>").Matches("arn:x", Rules, scope);

        bool same = TextTemplate.Parse("<name:1>/y").Matches("x/y", Rules, scope);
        bool other = TextTemplate.Parse("<name:1>/y").Matches("z/y", Rules, scope);

        Assert.That((first, same, other), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void Matches_Mismatch_BindsNothing()
    {
        var scope = new PlaceholderScope();

        TextTemplate.Parse("<a>:<b>:end").Matches("x:y:other", Rules, scope);

        Assert.That(scope.Checkpoint, Is.Zero);
    }

    [TestCase("<headers-Via>")]
    [TestCase("<ArnPart_0idx>")]
    [TestCase("<ExecArnPart_12idx>")]
    [TestCase("<request_id>")]
    [TestCase("<X-Amzn-Trace-Id>")]
    public void Matches_FreePlaceholder_MayStandForDifferentTexts(string placeholder)
    {
        var scope = new PlaceholderScope();
        var template = TextTemplate.Parse(placeholder);

        Assert.That((template.Matches("a", Rules, scope), template.Matches("b", Rules, scope)), Is.EqualTo((true, true)));
    }

    [TestCase("in '<json-input:1>'", "in '{\"b\": [1.0], \"a\":\"x\"}'", ExpectedResult = true)]
    [TestCase("in '<json-input:1>'", "in '{\"a\":\"y\",\"b\":[1]}'", ExpectedResult = false)]
    [TestCase("in '<json-input:1>'", "in 'no JSON'", ExpectedResult = false)]
    public bool Matches_JsonInput_WantsTheInputOfAState(string template, string text)
    {
        var scope = new PlaceholderScope();
        scope.StateInputs.Add(Example.Of("""{"a":"x","b":[1]}"""));

        return TextTemplate.Parse(template).Matches(text, Rules, scope);
    }
}
