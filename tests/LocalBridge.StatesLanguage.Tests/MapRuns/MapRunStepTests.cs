using LocalBridge.Json;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.MapRuns;

internal sealed class MapRunStepTests
{
    private static readonly string MapRun = TaskResource.MapRun.Text;

    [Test]
    public void Run_Distributed_AsksForOneMapRunAndGoesOnWithItsResult()
    {
        ExecutionDriver run = Create("\"MaxConcurrency\":4,", "[1,2]").On(MapRun, static _ => TaskReply.Succeed(JsonValue.Parse("[3]"))).Run();

        MapRunPlan plan = MapRunPlan.Read(run.State.Definition, run.State.Start, run.Scheduled.Single());

        Assert.That(plan.MapRunArn, Does.StartWith("arn:aws:states:us-east-1:111111111111:mapRun:machine/L:"));
        Assert.That(plan.ChildStateMachineArn, Is.EqualTo("arn:aws:states:us-east-1:111111111111:stateMachine:machine/L"));
        Assert.That((plan.MaxConcurrency, plan.ConcurrencyLimit, plan.ToleratedFailureCount), Is.EqualTo((4, 4, (long?)null)));
        Assert.That(plan.Items.ToJson(), Is.EqualTo("[1,2]"));
        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("[3]"));
        Assert.That(run.Trace, Is.EqualTo(
            "1<0:ExecutionStarted 2<0:MapStateEntered 3<2:MapStateStarted 4<3:MapRunStarted 5<4:MapRunSucceeded 6<5:MapStateSucceeded 7<5:MapStateExited 8<7:ExecutionSucceeded"));
    }

    [Test]
    public void Run_MapRunFails_FailsTheStateBehindIt()
    {
        ExecutionDriver run = Create(string.Empty, "[1]").On(MapRun, static _ => TaskReply.Fail("States.ItemReaderFailed", "No items.")).Run();

        Assert.That(run.Trace, Does.EndWith("4<3:MapRunStarted 5<4:MapRunFailed 6<5:MapStateFailed 7<6:ExecutionFailed"));
        Assert.That(run.Completion!.Error, Is.EqualTo("States.ItemReaderFailed"));
    }

    [TestCase("-1", "ToleratedFailureCount cannot be negative.")]
    [TestCase("1.5", "The ToleratedFailureCountPath field refers to value \"1.5\" which is not a valid integer: $[0]")]
    [TestCase("[]", "The ToleratedFailureCountPath field refers to value \"[]\" which is not a valid integer: $[0]")]
    public void Run_ImpossibleTolerance_FailsBeforeTheMapRun(string value, string cause)
    {
        ExecutionDriver run = Create("\"ToleratedFailureCountPath\":\"$[0]\",", $"[{value}]").Run();

        Assert.That(run.Completion!.Cause, Does.EndWith(cause));
        Assert.That(run.Trace, Does.EndWith("3<2:MapStateStarted 4<3:ExecutionFailed"));
    }

    [TestCase("\"1\"", 1)]
    [TestCase("2", 2)]
    public void Run_ToleranceAsTextOrNumber_Counts(string value, long count)
    {
        ExecutionDriver run = Create("\"ToleratedFailureCountPath\":\"$[0]\",", $"[{value}]").Run();

        MapRunPlan plan = MapRunPlan.Read(run.State.Definition, run.State.Start, run.Scheduled.Single());

        Assert.That(plan.ToleratedFailureCount, Is.EqualTo(count));
    }

    [Test]
    public void TryCreateInputs_ReadAgain_SelectsTheSame()
    {
        ExecutionDriver run = Create("\"ItemSelector\":{\"id.$\":\"States.UUID()\",\"n.$\":\"$$.Map.Item.Value\"},", "[1,2]").Run();
        ScheduleTaskCommand command = run.Scheduled.Single();

        string[] first = Inputs(run, command);
        string[] again = Inputs(run, command);

        Assert.That(again, Is.EqualTo(first));
        Assert.That(first[0], Is.Not.EqualTo(first[1]));
        Assert.That(first[1], Does.EndWith("\"n\":2}"));
    }

    [Test]
    public void Run_StoredBetweenSteps_GoesOnTheSame()
    {
        ExecutionDriver plain = Create(string.Empty, "[1]").On(MapRun, static _ => TaskReply.Succeed(JsonValue.Parse("[9]"))).Run();
        ExecutionDriver stored = Create(string.Empty, "[1]").On(MapRun, static _ => TaskReply.Succeed(JsonValue.Parse("[9]")));
        stored.BetweenSteps = static state => ExecutionStateSerializer.Read(state.Definition, CheckpointStore.WriteWhole(state));
        stored.Run();

        Assert.That(stored.Trace, Is.EqualTo(plain.Trace));
    }

    private static string[] Inputs(ExecutionDriver run, ScheduleTaskCommand command)
    {
        MapRunPlan plan = MapRunPlan.Read(run.State.Definition, run.State.Start, command);
        Assert.That(plan.TryCreateInputs(plan.Items.AsArray().AsSpan(), out var inputs, out _), Is.True);
        return [.. inputs.Select(static input => input.Input.ToJson())];
    }

    private static ExecutionDriver Create(string fields, string input) => new(
        $$$$"""
        {"StartAt":"M","States":{"M":{"Type":"Map",{{{{fields}}}}"Label":"L","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
        "StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}}}
        """,
        JsonValue.Parse(input));
}
