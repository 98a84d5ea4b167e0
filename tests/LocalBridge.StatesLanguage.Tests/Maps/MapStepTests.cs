using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Maps;

internal sealed class MapStepTests
{
    private static string Map(string fields, string processor = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""") =>
        $$$$"""{"StartAt":"M","States":{"M":{"Type":"Map",{{{{fields}}}}"ItemProcessor":{{{{processor}}}},"End":true}}}""";

    [Test]
    public void Run_ItemSelector_SeesItemAndInput()
    {
        ExecutionDriver run = new ExecutionDriver(
            Map("""
                "ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","all.$":"$.k"},
                """),
            JsonValue.Parse("""{"items":["a","b"],"k":1}""")).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""[{"i":0,"v":"a","all":1},{"i":1,"v":"b","all":1}]"""));
    }

    [Test]
    public void Run_NoItems_SucceedsWithAnEmptyArray()
    {
        ExecutionDriver run = new ExecutionDriver(Map(string.Empty), JsonValue.EmptyArray).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("[]"));
        Assert.That(run.Trace, Does.Contain("3<2:MapStateStarted 4<3:MapStateSucceeded 5<3:MapStateExited"));
    }

    [Test]
    public void Run_MoreItemsThanMayRunAtOnce_StartsTheNextWhenOneEnds()
    {
        int running = 0;
        int most = 0;
        var run = new ExecutionDriver(
            Map("\"MaxConcurrency\":3,", """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true}}}"""),
            JsonArray.Create([.. Enumerable.Range(0, 10).Select(static i => (JsonValue)i)]));
        run.On("f", task =>
        {
            most = Math.Max(most, run.Scheduled.Count - running);
            running++;
            return TaskReply.Succeed(task.Input);
        });

        run.Run();

        Assert.That(most, Is.EqualTo(3));
        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("[0,1,2,3,4,5,6,7,8,9]"));
    }

    [Test]
    public void Run_InputIsNoArray_FailsTheExecution()
    {
        ExecutionDriver run = new ExecutionDriver(Map("\"ItemsPath\":\"$.x\","), JsonValue.Parse("""{"x":1}""")).Run();

        Assert.That(run.Completion!.Error, Is.EqualTo("States.Runtime"));
        Assert.That(run.Completion.Cause, Does.EndWith("must point to array."));
    }

    [Test]
    public void Run_OneIterationFails_TheOthersAreGivenUpAndTheStateIsRetried()
    {
        int failures = 0;
        ExecutionDriver run = new ExecutionDriver(
            Map(
                "\"Retry\":[{\"ErrorEquals\":[\"E\"],\"MaxAttempts\":1}],",
                """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true}}}"""),
            JsonValue.Parse("[1,2,3]"))
            .On("f", task => task.Input.Equals(2) && failures++ == 0 ? TaskReply.Fail("E") : TaskReply.Succeed(task.Input)).Run();

        Assert.That(run.Completion!.Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That(run.History.Count(static x => x.Type == HistoryEventType.MapStateStarted), Is.EqualTo(2));
        Assert.That(run.History.Count(static x => x.Type == HistoryEventType.MapIterationAborted), Is.EqualTo(1));
    }
}
