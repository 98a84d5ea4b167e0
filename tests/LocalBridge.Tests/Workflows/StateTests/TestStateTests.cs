using LocalBridge.Errors;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Inspecting;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Tests.Workflows.StateTests;

[CancelAfter(20_000)]
internal sealed class TestStateTests
{
    private const string Role = "arn:aws:iam::111111111111:role/any";
    private const string Task = """{ "Type": "Task", "Resource": "double", "Next": "Done", "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 3 }], "Catch": [{ "ErrorEquals": ["Broken"], "ResultPath": "$.error", "Next": "Mend" }] }""";

    private LocalBridgeHost _host = null!;

    [SetUp]
    public void SetUp() => _host = LocalBridgeHost.Create(static bridge => bridge.AddFunction(
        "double",
        static (input, _, _) => input["n"].TryGetInt64(out long n)
            ? ValueTask.FromResult<JsonValue>(2 * n)
            : throw new FunctionException(input["error"].GetString(), "because")));

    [TearDown]
    public async Task TearDown() => await _host.DisposeAsync();

    private Task<TestStateResponse> TestAsync(string definition, string input = "{}", Func<TestStateRequest, TestStateRequest>? with = null)
    {
        var request = new TestStateRequest
        {
            Definition = definition,
            Input = JsonValue.Parse(input),
            RoleArn = Role,
            InspectionLevel = InspectionLevel.Debug,
        };
        return _host.StateMachines.TestStateAsync(with is null ? request : with(request));
    }

    [Test]
    public async Task TestState_TaskWithoutMock_CallsTheFunction()
    {
        TestStateResponse response = await TestAsync(Task, """{"n":21}""");

        Assert.That(response.Status, Is.EqualTo(TestExecutionStatus.Succeeded));
        Assert.That(response.Output.ToJson(), Is.EqualTo("42"));
        Assert.That(response.NextState, Is.EqualTo("Done"));
        Assert.That(response.InspectionData!.Result.ToJson(), Is.EqualTo("42"));
    }

    [Test]
    public async Task TestState_ErrorThatIsRetried_TellsTheRetrierAndItsDelay()
    {
        TestStateResponse response = await TestAsync(Task, """{"error":"Busy"}""");

        Assert.That(response.Status, Is.EqualTo(TestExecutionStatus.Retriable));
        Assert.That((response.Error, response.Cause), Is.EqualTo(("Busy", "because")));
        Assert.That(response.InspectionData!.ErrorDetails!.RetryIndex, Is.Zero);
        Assert.That(response.InspectionData.ErrorDetails.RetryBackoffIntervalSeconds, Is.EqualTo(3));
        Assert.That(response.NextState, Is.Null);
    }

    [Test]
    public async Task TestState_ErrorThatIsCaught_GoesToTheCatchersState()
    {
        TestStateResponse response = await TestAsync(Task, """{"error":"Broken"}""");

        Assert.That(response.Status, Is.EqualTo(TestExecutionStatus.CaughtError));
        Assert.That(response.NextState, Is.EqualTo("Mend"));
        Assert.That(response.Output.ToJson(), Is.EqualTo("""{"error":{"Error":"Broken","Cause":"because"}}"""));
        Assert.That(response.InspectionData!.ErrorDetails!.CatchIndex, Is.Zero);
    }

    [Test]
    public async Task TestState_ErrorThatNothingHandles_Fails()
    {
        TestStateResponse response = await TestAsync(Task, """{"error":"Other"}""");

        Assert.That(response.Status, Is.EqualTo(TestExecutionStatus.Failed));
        Assert.That(response.Error, Is.EqualTo("Other"));
        Assert.That(response.Output.IsUndefined, Is.True);
        Assert.That(response.InspectionData!.ErrorDetails, Is.Null);
    }

    [Test]
    public async Task TestState_WaitOfAMonth_DoesNotWait()
    {
        TestStateResponse response = await TestAsync("""{ "Type": "Wait", "Seconds": 2592000, "Next": "Done" }""", "[1]");

        Assert.That(response.Status, Is.EqualTo(TestExecutionStatus.Succeeded));
        Assert.That(response.Output.ToJson(), Is.EqualTo("[1]"));
        Assert.That(response.InspectionData!.AfterInputPath.ToJson(), Is.EqualTo("[1]"));
    }

    [Test]
    public async Task TestState_Variables_AreSeenAndShownAfterwards()
    {
        TestStateResponse response = await TestAsync(
            """{ "Type": "Pass", "Parameters": { "sum.$": "States.MathAdd($a, 1)" }, "Assign": { "b.$": "$a" }, "End": true }""",
            with: static request => request with { Variables = JsonObject.Empty.SetItem("a", 4) });

        Assert.That(response.Output.ToJson(), Is.EqualTo("""{"sum":5}"""));
        Assert.That(response.InspectionData!.Variables.ToJson(), Is.EqualTo("""{"a":4,"b":4}"""));
    }

    [Test]
    public async Task TestState_InfoLevel_ShowsNoData()
    {
        TestStateResponse response = await TestAsync("""{ "Type": "Succeed" }""", with: static request => request with { InspectionLevel = InspectionLevel.Info });

        Assert.That(response.InspectionData, Is.Null);
    }

    [Test]
    public async Task TestState_StateInABranch_IsFoundByItsName()
    {
        TestStateResponse response = await TestAsync(
            """
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
                { "StartAt": "Inner", "States": { "Inner": { "Type": "Pass", "Result": 7, "End": true } } } ] } } }
            """,
            with: static request => request with { StateName = "Inner" });

        Assert.That(response.Output.ToJson(), Is.EqualTo("7"));
        Assert.That(response.NextState, Is.Null);
    }

    [Test]
    public async Task TestState_ParallelMock_IsTheResultOfItsBranches()
    {
        TestStateResponse response = await TestAsync(
            """
            { "Type": "Parallel", "ResultSelector": { "first.$": "$[0]" }, "End": true,
              "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } ] }
            """,
            with: static request => request with { Mock = new MockInput { Result = JsonValue.Parse("[1]") } });

        Assert.That(response.Output.ToJson(), Is.EqualTo("""{"first":1}"""));
    }

    [Test]
    public async Task TestState_ItemSelector_ShowsTheInputsOfTheIterations()
    {
        TestStateResponse response = await TestAsync(
            """
            { "Type": "Map", "ItemSelector": { "n.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index" }, "End": true,
              "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } }
            """,
            "[5,6]",
            static request => request with { Mock = new MockInput { Result = JsonValue.Parse("[1,2]") } });

        Assert.That(response.InspectionData!.AfterItemSelector.ToJson(), Is.EqualTo("""[{"n":5,"i":0},{"n":6,"i":1}]"""));
        Assert.That(response.Output.ToJson(), Is.EqualTo("[1,2]"));
    }

    [Test]
    public void TestState_TaskThatWaits_NeedsAMock() => Assert.That(
        () => TestAsync("""{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true }"""),
        Throws.TypeOf<InvalidDefinitionException>().With.Message.Contains("mock"));

    [TestCase("""{"Execution":{"Id":7}}""", "Execution.Id must be a string")]
    [TestCase("""{"State":{"Nickname":"x"}}""", "Field 'Nickname' is not allowed")]
    [TestCase("""{"Task":"x"}""", "Task must be a object")]
    public void TestState_ContextOfWrongShape_IsRefused(string context, string fault) => Assert.That(
        () => TestAsync("""{ "Type": "Succeed" }""", with: request => request with { Context = JsonValue.Parse(context) }),
        Throws.TypeOf<ValidationException>().With.Message.EqualTo($"Invalid Context object provided: {fault}"));

    [Test]
    public void TestState_ConfigurationWithoutMock_IsRefused() => Assert.That(
        () => TestAsync("""{ "Type": "Succeed" }""", with: static request => request with { StateConfiguration = new TestStateConfiguration { RetrierRetryCount = 1 } }),
        Throws.TypeOf<ValidationException>().With.Message.EqualTo("TestState does not support RetrierRetryCount when a mock is not specified."));
}
