using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Choices;

internal sealed class ChoiceStepTests
{
    private static string Decide(string rule, string input)
    {
        ExecutionDriver run = new ExecutionDriver(
            $$$$"""
            {"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{{{{{rule}}}},"Next":"Yes"}],"Default":"No"},
             "Yes":{"Type":"Pass","Result":"yes","End":true},"No":{"Type":"Pass","Result":"no","End":true}}}
            """,
            JsonValue.Parse(input)).Run();
        return run.Completion!.Cause ?? run.Completion.Output.GetString();
    }

    [TestCase("\"Variable\":\"$.x\",\"NumericEquals\":1", """{"x":1.0}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"NumericEquals\":1", """{"x":"1"}""", "no")]
    [TestCase("\"Variable\":\"$.x\",\"NumericGreaterThan\":1", """{"x":1.5}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"NumericLessThanEqualsPath\":\"$.y\"", """{"x":2,"y":2}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"StringLessThan\":\"b\"", """{"x":"B"}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"StringMatches\":\"log-*.txt\"", """{"x":"log-a.b.txt"}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"StringMatches\":\"a\\\\*b\"", """{"x":"a*b"}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"StringMatches\":\"a\\\\*b\"", """{"x":"axb"}""", "no")]
    [TestCase("\"Variable\":\"$.x\",\"BooleanEquals\":true", """{"x":true}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"TimestampGreaterThan\":\"2026-01-01T00:00:00Z\"", """{"x":"2026-01-01T01:30:00+01:00"}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"TimestampEquals\":\"2026-01-01T00:00:00Z\"", """{"x":"2026-01-01"}""", "no")]
    [TestCase("\"Variable\":\"$.x\",\"IsPresent\":false", """{}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"IsPresent\":true", """{"x":null}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"IsNull\":true", """{"x":null}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"IsNumeric\":false", """{"x":"a"}""", "yes")]
    [TestCase("\"Variable\":\"$.x\",\"IsTimestamp\":true", """{"x":"2026-01-01T00:00:00.123456789Z"}""", "yes")]
    [TestCase("\"And\":[{\"Variable\":\"$.x\",\"IsPresent\":true},{\"Variable\":\"$.x\",\"IsString\":true}]", """{"x":"a"}""", "yes")]
    [TestCase("\"And\":[{\"Variable\":\"$.x\",\"IsPresent\":true},{\"Variable\":\"$.x\",\"IsString\":true}]", """{}""", "no")]
    [TestCase("\"Or\":[{\"Variable\":\"$.x\",\"NumericEquals\":1},{\"Variable\":\"$.x\",\"NumericEquals\":2}]", """{"x":2}""", "yes")]
    [TestCase("\"Not\":{\"Variable\":\"$.x\",\"NumericEquals\":1}", """{"x":2}""", "yes")]
    public void Run_Rule_Decides(string rule, string input, string expected)
    {
        Assert.That(Decide(rule, input), Is.EqualTo(expected));
    }

    [Test]
    public void Run_VariableMissing_FailsTheExecution()
    {
        Assert.That(Decide("\"Variable\":\"$.x\",\"NumericEquals\":1", "{}"), Is.EqualTo(
            "An error occurred while executing the state 'C' (entered at the event id #2). "
            + "Invalid path '$.x': The choice state's condition path references an invalid value."));
    }

    [Test]
    public void Run_NothingHoldsAndNoDefault_FailsTheExecution()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"Y"}]},"Y":{"Type":"Succeed"}}}
            """).Run();

        Assert.That((run.Completion!.Error, run.Completion.Cause), Is.EqualTo((
            "States.Runtime",
            "An error occurred while executing the state 'C' (entered at the event id #2). "
            + "Failed to transition out of the state. The state does not point to a next state.")));
    }
}
