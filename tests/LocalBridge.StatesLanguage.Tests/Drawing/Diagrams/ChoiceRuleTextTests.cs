using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Drawing.Diagrams;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Diagrams;

internal sealed class ChoiceRuleTextTests
{
    private static StateMachineDefinition Machine(string rule) => StateMachineDefinition.Parse(
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Choice\",\"Choices\":[{RULE,\"Next\":\"B\"}]},\"B\":{\"Type\":\"Succeed\"}}}".Replace("RULE", rule, StringComparison.Ordinal));

    [TestCase("\"Variable\":\"$.a\",\"StringEquals\":\"x\"", "$.a = \"x\"")]
    [TestCase("\"Variable\":\"$.a\",\"NumericLessThanEquals\":1.50", "$.a ≤ 1.50")]
    [TestCase("\"Variable\":\"$.a\",\"TimestampGreaterThanEqualsPath\":\"$.b\"", "$.a ≥ $.b")]
    [TestCase("\"Variable\":\"$.a\",\"NumericGreaterThan\":1", "$.a > 1")]
    [TestCase("\"Variable\":\"$.a\",\"StringLessThan\":\"m\"", "$.a < \"m\"")]
    [TestCase("\"Variable\":\"$.a\",\"StringMatches\":\"log-*\"", "$.a matches \"log-*\"")]
    [TestCase("\"Variable\":\"$.a\",\"IsPresent\":false", "$.a is not present")]
    [TestCase("\"Variable\":\"$.a\",\"IsNull\":true", "$.a is null")]
    [TestCase("\"Variable\":\"$.a\",\"IsTimestamp\":true", "$.a is a timestamp")]
    [TestCase("\"Variable\":\"$.a\",\"BooleanEquals\":true", "$.a = true")]
    [TestCase("\"Not\":{\"Variable\":\"$.a\",\"IsNull\":true}", "not ($.a is null)")]
    [TestCase(
        "\"And\":[{\"Variable\":\"$.a\",\"IsNull\":true},{\"Or\":[{\"Variable\":\"$.b\",\"IsNull\":true},{\"Variable\":\"$.c\",\"IsNull\":true}]}]",
        "$.a is null and ($.b is null or $.c is null)")]
    [TestCase(
        "\"Or\":[{\"Variable\":\"$.a\",\"IsNull\":true},{\"And\":[{\"Variable\":\"$.b\",\"IsNull\":true},{\"Variable\":\"$.c\",\"IsNull\":true}]}]",
        "$.a is null or $.b is null and $.c is null")]
    public void Of_Rule_ReadsLikeACondition(string rule, string expected)
    {
        var choice = (ChoiceState)Machine(rule).Graph.States[0];

        Assert.That(ChoiceRuleText.Of(choice.Choices[0].Rule), Is.EqualTo(expected));
    }

    [Test]
    public void ToMermaid_RuleWithComment_ShowsTheComment()
    {
        Assert.That(Machine("\"Comment\":\"a big order\",\"Variable\":\"$.a\",\"IsNull\":true").ToMermaid(), Does.Contain("|\"a big order\"|"));
    }
}
