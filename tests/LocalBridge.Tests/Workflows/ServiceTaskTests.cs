using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class ServiceTaskTests
{
    private const string ChildArn = "arn:aws:states:us-east-1:111111111111:stateMachine:child";

    [TestCase("null", "{}")]
    [TestCase("\"0.0\"", "0.0")]
    [TestCase("{\"a\":1}", "{\"a\":1}")]
    public async Task LambdaInvoke_Payload_ComesBackWrapped(string payload, string expected)
    {
        await using TestBridge bridge = await new TestBridge().Function("echo", input => input).StartAsync();

        Execution execution = await bridge.RunAsync(
            Definitions.Task("arn:aws:states:::lambda:invoke"), $$"""{"FunctionName":"echo:$LATEST","Payload":{{payload}}}""");
        JsonValue result = await execution.GetResultAsync();

        Assert.That(result["Payload"].ToJson(), Is.EqualTo(expected));
        Assert.That(result["StatusCode"].ToJson(), Is.EqualTo("200"));
        Assert.That(result["ExecutedVersion"].GetString(), Is.EqualTo("$LATEST"));
        Assert.That(result["SdkHttpMetadata"]["HttpStatusCode"].ToJson(), Is.EqualTo("200"));
    }

    [Test]
    public async Task LambdaInvoke_UnknownFunction_FailsInTheServicesWords(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("arn:aws:states:::lambda:invoke"), """{"FunctionName":"nobody"}""");
        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("Lambda.ResourceNotFoundException"));
        Assert.That(result.Cause, Does.StartWith(
            "Function not found: arn:aws:lambda:us-east-1:111111111111:function:nobody:$LATEST (Service: AWSLambda; Status Code: 404; " +
            "Error Code: ResourceNotFoundException; Request ID: "));
    }

    [TestCase(".sync", "\"{\\\"a\\\":1}\"")]
    [TestCase(".sync:2", "{\"a\":1}")]
    public async Task StartExecution_Sync_WaitsForTheChild(string pattern, string output)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("child", """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""");

        Execution execution = await bridge.RunAsync(
            Definitions.Task("arn:aws:states:::states:startExecution" + pattern), $$$"""{"StateMachineArn":"{{{ChildArn}}}","Input":{"a":1},"Name":"x"}""");
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync());

        Assert.That(result.Output["Output"].ToJson(), Is.EqualTo(output));
        Assert.That(result.Output["Status"].GetString(), Is.EqualTo("SUCCEEDED"));
        Assert.That(result.Output["ExecutionArn"].GetString(), Is.EqualTo("arn:aws:states:us-east-1:111111111111:execution:child:x"));
        Assert.That(result.StopDate - execution.StartDate, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task StartExecution_SyncChildFails_FailsTheTask(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("fail", (JsonValue _) => throw new FunctionException("Bad", "why")).StartAsync();
        await bridge.CreateAsync("child", Definitions.Task("fail"));

        Execution execution = await bridge.RunAsync(
            Definitions.Task("arn:aws:states:::states:startExecution.sync"), $$"""{"StateMachineArn":"{{ChildArn}}"}""");
        ExecutionResult result = await execution.WaitAsync(cancellationToken);
        JsonValue cause = JsonValue.Parse(result.Cause!);

        Assert.That(result.Error, Is.EqualTo("States.TaskFailed"));
        Assert.That(cause["Error"].GetString(), Is.EqualTo("Bad"));
        Assert.That(cause["Status"].GetString(), Is.EqualTo("FAILED"));
    }

    [Test]
    public async Task StartExecution_ParentIsStopped_StopsTheChild(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("child", Definitions.Wait30Days);
        Execution execution = await bridge.RunAsync(
            Definitions.Task("arn:aws:states:::states:startExecution.sync"), $$"""{"StateMachineArn":"{{ChildArn}}","Name":"x"}""");
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        await bridge.Engine.StopAsync(execution.ExecutionArn, null, null, cancellationToken);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        ExecutionDescription child = await bridge.Engine.DescribeAsync(
            "arn:aws:states:us-east-1:111111111111:execution:child:x", cancellationToken);

        Assert.That(child.Status, Is.EqualTo(ExecutionStatus.Aborted));
    }

    [Test]
    public async Task StartExecution_UnknownStateMachine_FailsInTheServicesWords(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(
            Definitions.Task("arn:aws:states:::states:startExecution"), $$"""{"StateMachineArn":"{{ChildArn}}"}""");
        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("StepFunctions.StateMachineDoesNotExistException"));
        Assert.That(result.Cause, Does.StartWith(
            $"State Machine Does Not Exist: '{ChildArn}' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: "));
    }

    [Test]
    public async Task Handler_ForAnyResource_GetsInputAndContext(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Handler("arn:aws:states:::sqs:sendMessage", (context, _) => ValueTask.FromResult<JsonValue>(
                $"{context.StateName} {context.Input["QueueUrl"].GetString()} {context.ExecutionArn == context.AttemptId.Split('#')[0]}"))
            .StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("arn:aws:states:::sqs:sendMessage"), """{"QueueUrl":"q"}""");

        Assert.That((await execution.GetResultAsync(cancellationToken)).GetString(), Is.EqualTo("A q True"));
    }
}
