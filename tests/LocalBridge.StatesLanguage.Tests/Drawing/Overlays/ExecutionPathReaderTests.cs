using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Overlays;

internal sealed class ExecutionPathReaderTests
{
    private const string Nested =
        """
        {"StartAt":"P","States":{
         "P":{"Type":"Parallel","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Sorry"}],"Next":"Fine","Branches":[
          {"StartAt":"Bad","States":{"Bad":{"Type":"Task","Resource":"bad","Retry":[{"ErrorEquals":["Boom"],"MaxAttempts":2}],"End":true}}},
          {"StartAt":"Slow","States":{"Slow":{"Type":"Wait","Seconds":999,"Next":"After"},"After":{"Type":"Succeed"}}}]},
         "Fine":{"Type":"Succeed"},"Sorry":{"Type":"Pass","End":true}}}
        """;

    private static ExecutionPath Read(ExecutionDriver run) => ExecutionPathReader.Read(run.History);

    private static ExecutionDriver RunNested() => new ExecutionDriver(Nested).On("bad", static _ => TaskReply.Fail("Boom", "no")).Run();

    [TestCase("P", "Caught")]
    [TestCase("Bad", "Failed")]
    [TestCase("Slow", "Aborted")]
    [TestCase("After", "NotReached")]
    [TestCase("Fine", "NotReached")]
    [TestCase("Sorry", "Succeeded")]
    public void Read_BranchFailsAndIsCaught_TellsWhatBecameOfEachState(string state, string expected)
    {
        Assert.That(Read(RunNested()).Of(state).Status.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Read_BranchFailsAndIsCaught_KnowsTheTransitionsAndRetries()
    {
        ExecutionPath path = Read(RunNested());

        Assert.That(path.Took("P", "Sorry", caught: true));
        Assert.That(path.Took("P", "Fine", caught: false), Is.False);
        Assert.That(path.Of("Bad").Retries, Is.EqualTo(2));
    }

    [Test]
    public void Read_RuleFindsNothing_ChoiceFailed()
    {
        ExecutionDriver run = new ExecutionDriver(
            """{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.x","IsNull":true,"Next":"S"}]},"S":{"Type":"Succeed"}}}""").Run();

        Assert.That(Read(run).Of("C").Status, Is.EqualTo(StateStatus.Failed));
    }

    [Test]
    public void Read_FailState_Failed()
    {
        ExecutionDriver run = new ExecutionDriver("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail"}}}""").Run();

        Assert.That(Read(run).Of("F").Status, Is.EqualTo(StateStatus.Failed));
        Assert.That(Read(run).Took("A", "F", caught: false));
    }

    [Test]
    public void Read_MapInTheMiddle_CountsVisitsAndIsRunning()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","Next":"Z","ItemProcessor":{"StartAt":"T","States":{
             "T":{"Type":"Pass","Next":"U"},"U":{"Type":"Task","Resource":"never","End":true}}}},"Z":{"Type":"Succeed"}}}
            """,
            JsonValue.Parse("""{"items":[1,2,3]}""")).Run();

        ExecutionPath path = Read(run);

        Assert.That(path.Of("T"), Is.EqualTo(new StatePath(StateStatus.Succeeded, 3, 0)));
        Assert.That((path.Of("U").Status, path.Of("M").Status, path.Of("Z").Status), Is.EqualTo((StateStatus.Running, StateStatus.Running, StateStatus.NotReached)));
        Assert.That(path.Took("T", "U", caught: false));
    }

    [Test]
    public void Read_MapOneAtATime_AllSucceeded()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"ItemsPath":"$.items","Next":"Z","ItemProcessor":{"StartAt":"T","States":{
             "T":{"Type":"Pass","Next":"U"},"U":{"Type":"Pass","End":true}}}},"Z":{"Type":"Succeed"}}}
            """,
            JsonValue.Parse("""{"items":[1,2,3]}""")).Run();

        ExecutionPath path = Read(run);

        Assert.That(path.Of("M").Status, Is.EqualTo(StateStatus.Succeeded));
        Assert.That(path.Took("M", "Z", caught: false));
        Assert.That(path.Took("U", "T", caught: false), Is.False);
    }

    [Test]
    public void ToSvg_History_ShowsStatusesWithSignsAndLegend()
    {
        ExecutionDriver run = RunNested();

        string svg = StateMachineDefinition.Parse(Nested).ToSvg(new DrawingOptions { History = [.. run.History] });

        Assert.That(svg, Does.Contain("Bad (Task · bad): failed").And.Contain("After (Succeed): not reached"));
        Assert.That(svg, Does.Contain(">failed, caught<").And.Contain(">aborted<").And.Contain("class=\"taken caught\""));
        Assert.That(svg, Does.Contain("visited 4 of them; its status is Succeeded."));
    }

    [Test]
    public void ToMermaid_History_MarksTheLinesTaken()
    {
        string mermaid = StateMachineDefinition.Parse(Nested).ToMermaid(new DrawingOptions { History = [.. RunNested().History] });

        Assert.That(mermaid, Does.Contain("classDef aborted").And.Contain("linkStyle "));
    }
}
