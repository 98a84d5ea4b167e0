using System.Reflection;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Checkpoints;

internal sealed class ExecutionStateSerializerTests
{
    private const string TaskInMap = """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "MaxConcurrency": 2, "End": true,
            "ItemProcessor": { "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "f", "End": true } } } } } }
        """;

    private static CheckpointStore RunMap(int items, string result)
    {
        var store = new CheckpointStore();
        JsonValue[] input = [.. Enumerable.Range(0, items).Select(static i => (JsonValue)i)];
        var limits = new InterpreterLimits { MaximumHistoryEvents = 100 * items };
        ExecutionDriver driver = new ExecutionDriver(TaskInMap, JsonArray.Create(input), limits: limits).On("f", _ => TaskReply.Succeed(result));
        driver.BetweenSteps = state =>
        {
            store.Save(state);
            return state;
        };
        driver.Run();
        Assert.That(driver.Completion!.Status, Is.EqualTo(ExecutionStatus.Succeeded));
        return store;
    }

    [Test]
    public void WriteChanges_LargeMap_CostsNoMoreThanASmallOne()
    {
        int small = RunMap(20, "done").Lengths.Skip(1).Max();
        int large = RunMap(5_000, "done").Lengths.Skip(1).Max();

        Assert.That(large, Is.LessThan(small + 32), "the numbers are longer, but there are no more of them");
    }

    [Test]
    public void WriteChanges_IterationThatEnded_LeavesItsResultOnly()
    {
        CheckpointStore store = RunMap(1_000, "done");

        Assert.That(store.Count, Is.EqualTo(4 + 999 + 1), "head, start, frame, group, a result for each ended iteration, the frame of the last");
    }

    [Test]
    public void WriteChanges_ExpressExecution_IsRefused()
    {
        var driver = new ExecutionDriver(TaskInMap, JsonValue.EmptyArray, isExpress: true);

        Assert.That(() => ExecutionStateSerializer.WriteChanges(driver.State, new StateChanges()), Throws.InvalidOperationException);
    }

    [Test]
    public void Read_OtherRevision_NamesTheMissingState()
    {
        ExecutionDriver driver = new ExecutionDriver(TaskInMap, JsonValue.Parse("[1]")).Run();
        byte[] stored = CheckpointStore.WriteWhole(driver.State);
        StateMachineDefinition other = StateMachineDefinition.Parse(TaskInMap.Replace("Work", "Play", StringComparison.Ordinal));

        Assert.That(
            () => ExecutionStateSerializer.Read(other, stored),
            Throws.TypeOf<CheckpointFormatException>().With.Message.Contains("'Work'").And.Message.Contains("another revision"));
    }

    [Test]
    public void Read_LaterFormat_NamesIt()
    {
        ExecutionDriver driver = new ExecutionDriver(TaskInMap, JsonValue.Parse("[1]")).Run();
        byte[] stored = CheckpointStore.WriteWhole(driver.State);
        stored[0] = 2;

        Assert.That(
            () => ExecutionStateSerializer.Read(driver.State.Definition, stored),
            Throws.TypeOf<CheckpointFormatException>().With.Message.Contains("format 2"));
    }

    [Test]
    public void Read_AwkwardTextsAndNumbers_AreKept()
    {
        JsonValue input = JsonValue.Parse("""{"lone\ud800":"\udc00","n":[0.0,1e400,-0,12345678901234567890.10],"deep":null}""");
        for (int i = 0; i < 3_000; i++)
        {
            input = JsonArray.Create(input);
        }

        ExecutionDriver driver = new ExecutionDriver("""{ "StartAt": "W", "States": { "W": { "Type": "Task", "Resource": "nobody", "End": true } } }""", input).Run();

        ExecutionState read = ExecutionStateSerializer.Read(driver.State.Definition, CheckpointStore.WriteWhole(driver.State));

        Assert.That(read.Start.Input.ToJson(), Is.EqualTo(input.ToJson()));
        Assert.That(read.Start, Is.EqualTo(driver.State.Start));
        Assert.That(read.Limits, Is.EqualTo(driver.State.Limits));
    }

    [Test]
    public void Write_StepBetweenTwoStates_TakesLittle()
    {
        var store = new CheckpointStore();
        ExecutionDriver driver = new ExecutionDriver(
            """
            { "StartAt": "A", "States": {
                "A": { "Type": "Task", "Resource": "f", "Next": "B" },
                "B": { "Type": "Task", "Resource": "f", "End": true } } }
            """,
            JsonValue.Parse("""{"n":0}""")).On("f", static task => TaskReply.Succeed(task.Input));
        driver.BetweenSteps = state =>
        {
            store.Save(state);
            return state;
        };
        driver.Run();

        Assert.That(store.Lengths[^1], Is.LessThan(80), "bytes of the second checkpoint: head and frame");
    }

    [Test]
    public void ReadStart_PartOfTheStart_IsWhatTheExecutionWasStartedWith()
    {
        ExecutionDriver driver = new ExecutionDriver(TaskInMap, JsonValue.Parse("[1]")).Run();
        var changes = new StateChanges();
        ExecutionStateSerializer.WriteChanges(driver.State, changes);

        StatePart start = changes.Parts.Single(static part => part.Key == ExecutionStateSerializer.StartKey);

        Assert.That(ExecutionStateSerializer.ReadStart(start.Content.Span), Is.EqualTo(driver.State.Start));
    }

    /// <summary>What is added to these types must be stored too, or be known not to outlive a checkpoint.</summary>
    [Test]
    public void Write_EveryMemberOfTheState_IsKnown() => Assert.Multiple(static () =>
    {
        Assert.That(Names(typeof(ExecutionStart)), Is.EquivalentTo((string[])["ExecutionArn", "ExecutionName", "StateMachineArn", "StateMachineName", "RoleArn",
            "Input", "StartTime", "Seed", "IsExpress", "RecordsHistory", "MapRunArn", "MapItem", "MapItemIndex"]));
        Assert.That(Names(typeof(InterpreterLimits)), Is.EquivalentTo((string[])["MaximumPayloadLength", "MaximumHistoryEvents", "MaximumInlineMapConcurrency",
            "MaximumTransitionsPerStep", "MaximumMapRunConcurrency"]));
        Assert.That(Names(typeof(Frame)).Except((string[])["IsChanged", "IsStored", "StoredChildren", "EntryPreviousEventId"]), Is.EquivalentTo((string[])["Slot",
            "Graph", "Parent", "Index", "Variables", "Phase", "Current", "Input", "EnteredEventId", "EnteredTime", "PreviousEventId", "RetryCount", "RetrierCounts",
            "AttemptId", "TaskToken", "TimerId", "HeartbeatTimerId", "HeartbeatSeconds", "Children", "Item"]));
    });

    private static IEnumerable<string> Names(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(static property => property.Name != "EqualityContract" && !property.GetMethod!.IsStatic)
        .Select(static property => property.Name);
}
