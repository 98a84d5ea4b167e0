using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Waiting;

internal sealed class WaitStepTests
{
    private static ExecutionDriver Wait(string time, string input) => new ExecutionDriver(
        $$$$"""{"StartAt":"W","States":{"W":{"Type":"Wait",{{{{time}}}},"End":true}}}""", JsonValue.Parse(input)).Run();

    [TestCase("\"Seconds\":2592000", "{}", 2_592_000)]
    [TestCase("\"SecondsPath\":\"$.s\"", """{"s":5}""", 5)]
    [TestCase("\"Timestamp\":\"2026-01-01T00:01:00Z\"", "{}", 60)]
    [TestCase("\"TimestampPath\":\"$.t\"", """{"t":"2026-01-01T01:00:00.5+01:00"}""", 0.5)]
    [TestCase("\"Timestamp\":\"2001-01-01T00:00:00Z\"", "{}", 0)]
    public void Run_Time_WaitsThatLong(string time, string input, double seconds)
    {
        ExecutionDriver run = Wait(time, input);

        Assert.That((run.Now - run.History[0].Timestamp).TotalSeconds, Is.EqualTo(seconds));
        Assert.That(run.Completion!.Output, Is.EqualTo(JsonValue.Parse(input)));
    }

    [TestCase("\"SecondsPath\":\"$.s\"", """{"s":-1}""", "The SecondsPath parameter references a negative value: $.s == -1")]
    [TestCase("\"SecondsPath\":\"$.s\"", """{"s":1.5}""", "The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5")]
    [TestCase("\"SecondsPath\":\"$.s\"", "{}", "The SecondsPath parameter does not reference an input value: $.s")]
    [TestCase("\"TimestampPath\":\"$.t\"", """{"t":"2016-12-05T21:29:29"}""",
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2016-12-05T21:29:29")]
    public void Run_ImpossibleTime_FailsTheExecution(string time, string input, string cause)
    {
        ExecutionDriver run = Wait(time, input);

        Assert.That(run.Completion!.Cause, Is.EqualTo($"An error occurred while executing the state 'W' (entered at the event id #2). {cause}"));
    }
}
