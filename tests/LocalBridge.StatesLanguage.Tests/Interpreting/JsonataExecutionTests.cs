using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Interpreting;

internal sealed class JsonataExecutionTests
{
    private static ExecutionDriver Run(string states, string input = "{}", ulong seed = 1) =>
        new ExecutionDriver("""{"QueryLanguage":"JSONata","StartAt":"A","States":STATES}""".Replace("STATES", states, StringComparison.Ordinal), JsonValue.Parse(input), seed: seed)
            .On("echo", static task => TaskReply.Succeed(task.Input))
            .On("break", static _ => TaskReply.Fail("Broken", "by hand"))
            .Run();

    private static string Output(string states, string input = "{}") => Run(states, input).Completion!.Output.ToJson();

    [TestCase("""{"A":{"Type":"Pass","Output":"{% $states.input.a + 1 %}","End":true}}""", "2")]
    [TestCase("""{"A":{"Type":"Pass","Output":{"a":["{%$states.input.a%}"," {% 1 %} ","x"]},"End":true}}""", """{"a":[1," {% 1 %} ","x"]}""")]
    [TestCase("""{"A":{"Type":"Pass","End":true}}""", """{"a":1}""")]
    [TestCase("""{"A":{"Type":"Pass","Assign":{"v":"{% $states.input.a %}"},"Output":"{% [$states.input.a] %}","Next":"B"},"B":{"Type":"Succeed","Output":"{% $v + $states.input[0] %}"}}""", "2")]
    [TestCase("""{"A":{"Type":"Pass","Assign":{"v":1},"Next":"B"},"B":{"Type":"Pass","Assign":{"v":"{% $v + 1 %}"},"Output":"{% $v %}","Next":"C"},"C":{"Type":"Succeed","Output":"{% [$states.input, $v] %}"}}""", "[1,2]")]
    [TestCase("""{"A":{"Type":"Task","Resource":"echo","Arguments":{"b":"{% $states.input.a %}"},"Output":"{% $merge([$states.input, $states.result]) %}","End":true}}""", """{"a":1,"b":1}""")]
    [TestCase("""{"A":{"Type":"Task","Resource":"echo","End":true}}""", """{"a":1}""")]
    [TestCase("""{"A":{"Type":"Parallel","Arguments":{"x":"{% $states.input.a %}"},"Branches":[{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}],"Output":"{% $states.result[0].x %}","End":true}}""", "1")]
    [TestCase("""{"A":{"Type":"Map","Items":[1,"{% $states.input.a + 1 %}"],"ItemSelector":"{% $states.context.Map.Item.Value * 10 + $states.input.a %}","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}},"End":true}}""", "[11,21]")]
    [TestCase("""{"A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.a = 2 %}","Next":"B"},{"Condition":true,"Output":"rule","Next":"C"}],"Output":"state"},"B":{"Type":"Succeed"},"C":{"Type":"Succeed"}}""", "\"rule\"")]
    [TestCase("""{"A":{"Type":"Wait","Seconds":"{% $states.input.a * 60 %}","Output":"{% $states.context.State.Name %}","End":true}}""", "\"A\"")]
    [TestCase("""{"A":{"Type":"Task","Resource":"break","Catch":[{"ErrorEquals":["Broken"],"Assign":{"e":"{% $states.errorOutput %}"},"Next":"B"}],"End":true},"B":{"Type":"Succeed","Output":"{% $e.Error & ':' & $states.input.Cause %}"}}""", "\"Broken:by hand\"")]
    [TestCase("""{"A":{"Type":"Task","Resource":"break","Catch":[{"ErrorEquals":["Broken"],"Output":{"in":"{% $states.input %}","why":"{% $states.errorOutput.Cause %}"},"Next":"B"}],"End":true},"B":{"Type":"Succeed"}}""", """{"in":{"a":1},"why":"by hand"}""")]
    public void Run_Expressions_GiveTheOutput(string states, string output)
    {
        Assert.That(Output(states, """{"a":1}"""), Is.EqualTo(output));
    }

    [TestCase("""{"A":{"Type":"Pass","Output":{"x":["{% $missing %}"]},"End":true}}""", "Output/x[0]", "The JSONata expression '$missing' specified for the field 'Output/x[0]' returned nothing (undefined).")]
    [TestCase("""{"A":{"Type":"Pass","Assign":{"v":"{% $sum('a') %}"},"End":true}}""", "Assign/v", "The JSONata expression '$sum('a')' specified for the field 'Assign/v' threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"")]
    [TestCase("""{"A":{"Type":"Pass","Output":"{% function($x){$x} %}","End":true}}""", "Output", "The JSONata expression 'function($x){$x}' specified for the field 'Output' returned an unsupported result type.")]
    [TestCase("""{"A":{"Type":"Choice","Choices":[{"Condition":false,"Next":"B"},{"Condition":"{% 'yes' %}","Next":"B"}]},"B":{"Type":"Succeed"}}""", "Choices[1]/Condition", "The JSONata expression ''yes'' specified for the field 'Choices[1]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\"")]
    [TestCase("""{"A":{"Type":"Fail","Error":"{% 1 %}"}}""", "Error", "The JSONata expression '1' specified for the field 'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1")]
    [TestCase("""{"A":{"Type":"Task","Resource":"echo","TimeoutSeconds":"{% '5' %}","End":true}}""", "TimeoutSeconds", "The JSONata expression ''5'' specified for the field 'TimeoutSeconds' returned an unexpected result type. Expected 'number', but was 'string' for value: \"5\"")]
    [TestCase("""{"A":{"Type":"Pass","Output":"{% ($f := function($n){ $f($n + 1) + 1 }; $f(1)) %}","End":true}}""", "Output", "The JSONata expression '($f := function($n){ $f($n + 1) + 1 }; $f(1))' specified for the field 'Output' threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.")]
    public void Run_FailingExpression_FollowsTheEventBeforeTheEntry(string states, string location, string cause)
    {
        ExecutionDriver run = Run(states);

        HistoryEvent failed = run.History.Single(static x => x.Type == HistoryEventType.EvaluationFailed);
        string placed = $"An error occurred while executing the state 'A' (entered at the event id #2). {cause}";
        Assert.That(failed.Details, Is.EqualTo(new EvaluationFailedEventDetails("States.QueryEvaluationError", placed, location, "A")));
        Assert.That(run.Trace, Does.EndWith("2<0:" + run.History[1].Type + " 3<0:EvaluationFailed 4<3:ExecutionFailed"));
        Assert.That((run.Completion!.Error, run.Completion.Cause), Is.EqualTo(("States.QueryEvaluationError", placed)));
    }

    [Test]
    public void Run_ValueThatIsNoTime_FollowsTheEntry()
    {
        ExecutionDriver run = Run("""{"A":{"Type":"Wait","Timestamp":"{% 'noon' %}","End":true}}""");

        Assert.That(run.Trace, Does.EndWith("2<0:WaitStateEntered 3<2:EvaluationFailed 4<3:ExecutionFailed"));
        Assert.That(run.Completion!.Cause, Does.EndWith("The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: noon"));
    }

    [Test]
    public void Run_OutputFailsAfterTheTask_FollowsTheTask()
    {
        ExecutionDriver run = Run("""{"A":{"Type":"Task","Resource":"echo","Output":"{% $missing %}","End":true}}""");

        Assert.That(run.Trace, Does.EndWith("5<4:LambdaFunctionSucceeded 6<5:EvaluationFailed 7<6:ExecutionFailed"));
    }

    [Test]
    public void Run_EvaluationErrorThatIsCaught_GoesOnBehindItsEvent()
    {
        ExecutionDriver run = Run(
            """{"A":{"Type":"Task","Resource":"echo","Arguments":"{% $missing %}","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}}""");

        Assert.That(run.Trace, Does.Contain("3<0:EvaluationFailed 4<3:TaskStateExited 5<4:SucceedStateEntered"));
        Assert.That(run.Completion!.Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public void Run_EvaluationErrorThatIsRetried_IsRecordedEachTime()
    {
        ExecutionDriver run = Run(
            """{"A":{"Type":"Task","Resource":"echo","Arguments":"{% $missing %}","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":2}],"End":true}}""");

        Assert.That(run.History.Count(static x => x.Type == HistoryEventType.EvaluationFailed), Is.EqualTo(3));
        Assert.That(run.Completion!.Error, Is.EqualTo("States.QueryEvaluationError"));
    }

    [TestCase("""{"A":{"Type":"Map","Items":"{% {'a': 1} %}","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}},"End":true}}""", "returned an unexpected result type. Expected 'array', but was 'object' for value: {\"a\":1}")]
    [TestCase("""{"A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}},"End":true}}""", "Map state input must be an array but was: {}")]
    public void Run_MapWithoutAnArray_FailsAsAGroup(string states, string cause)
    {
        ExecutionDriver run = Run(states);

        Assert.That(run.Trace, Does.EndWith("3<0:EvaluationFailed 4<3:MapStateFailed 5<4:ExecutionFailed"));
        Assert.That(run.Completion!.Cause, Does.EndWith(cause));
    }

    [Test]
    public void Run_ChanceAndTime_RepeatWithTheSeed()
    {
        const string states = """{"A":{"Type":"Pass","Output":"{% [$random(), $uuid(), $now(), $millis()] %}","End":true}}""";

        string first = Output(states);
        Assert.That(Output(states), Is.EqualTo(first));
        Assert.That(first, Does.Contain("2026-01-01T00:00:00.000Z"));
        Assert.That(Run(states, seed: 2).Completion!.Output.ToJson(), Is.Not.EqualTo(first));
    }

    [Test]
    public void Run_MixedLanguages_ShareVariables()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"n.$":"$.n"},"Next":"B"},
              "B":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"m":"{% $n * 2 %}"},"Next":"C"},
              "C":{"Type":"Pass","Parameters":{"n.$":"$n","m.$":"$m"},"End":true}}}
            """,
            JsonValue.Parse("""{"n":21}""")).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""{"n":21,"m":42}"""));
    }
}
