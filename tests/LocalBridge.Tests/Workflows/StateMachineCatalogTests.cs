using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class StateMachineCatalogTests
{
    [Test]
    public async Task Create_SameAgain_AnswersTheOneThatExists()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        StateMachineDescription first = await bridge.CreateAsync("machine", Definitions.Pass);
        bridge.Time.Advance(TimeSpan.FromHours(1));
        StateMachineDescription second = await bridge.CreateAsync("machine", Definitions.Pass);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(first.RevisionId, Is.Null);
    }

    [Test]
    public async Task Create_OtherDefinitionUnderTheSameName_Throws()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        StateMachineDescription first = await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.CreateAsync("machine", Definitions.Wait30Days),
            Throws.TypeOf<StateMachineAlreadyExistsException>().With.Message.EqualTo($"State Machine Already Exists: '{first.StateMachineArn}'"));
    }

    [Test]
    public async Task Create_InvalidDefinition_ThrowsWithAllFaults()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        await Assert.ThatAsync(
            () => bridge.CreateAsync("machine", """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}"""),
            Throws.TypeOf<InvalidDefinitionException>().With.Message.Contains("at /States/A/Next").And.InnerException.TypeOf<DefinitionException>());
    }

    [Test]
    public async Task Create_UnknownFunctionOrResource_NamesEachAndWhatToRegister()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        string definition = $$$$"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{{{{Definitions.Task("missing")}}}},
            {{{{Definitions.Task("arn:aws:states:::sqs:sendMessage").Replace("\"A\"", "\"B\"", StringComparison.Ordinal)}}}}]}}}
            """;

        await Assert.ThatAsync(
            () => bridge.CreateAsync("machine", definition),
            Throws.TypeOf<InvalidDefinitionException>()
                .With.Message.Contains("Register it with AddFunction(\"missing\", ...) at /States/P/Branches/0/States/A/Resource")
                .And.Message.Contains("Register a handler with AddTaskHandler(\"arn:aws:states:::sqs:sendMessage\", ...)"));
    }

    [Test]
    public async Task Create_UnknownFunctionAllowed_FailsWhenItIsCalled(CancellationToken cancellationToken)
    {
        var bridge = new TestBridge();
        bridge.Options.AllowUnknownResources = true;
        await using TestBridge _ = await bridge.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("missing"));
        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("States.Runtime"));
        Assert.That(result.Cause, Does.Contain("'missing' is not registered"));
    }

    [Test]
    public async Task Create_ExpressWithActivity_ThrowsInTheServicesWords()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        string definition = Definitions.Task("arn:aws:states:us-east-1:111111111111:activity:a");

        await Assert.ThatAsync(
            () => bridge.CreateAsync("machine", definition, StateMachineType.Express),
            Throws.TypeOf<InvalidDefinitionException>().With.Message.EqualTo(
                "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support Activity ARN at /States/A/Resource'"));
    }

    [Test]
    public async Task Update_NewDefinition_LeavesRunningExecutionsAlone(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        await using TestBridge bridge = await new TestBridge()
            .Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task))
            .Function("new", _ => JsonValue.Parse("\"new\""))
            .StartAsync();
        await bridge.CreateAsync("machine", Definitions.Task("slow"));
        Execution before = await bridge.Engine.StartAsync("machine", default, null, cancellationToken);

        StateMachineDescription updated = await bridge.Engine.UpdateStateMachineAsync(
            new UpdateStateMachineRequest { StateMachine = "machine", Definition = Definitions.Task("new") }, cancellationToken);
        Execution after = await bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        release.SetResult(JsonValue.Parse("\"old\""));

        Assert.That(updated.RevisionId, Is.Not.Null);
        Assert.That((await before.GetResultAsync(cancellationToken)).GetString(), Is.EqualTo("old"));
        Assert.That((await after.GetResultAsync(cancellationToken)).GetString(), Is.EqualTo("new"));
    }

    [Test]
    public async Task Update_NothingChanges_KeepsTheRevision()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        var request = new UpdateStateMachineRequest { StateMachine = "machine", RoleArn = "arn:aws:iam::1:role/r" };

        StateMachineDescription first = await bridge.Engine.UpdateStateMachineAsync(request);
        StateMachineDescription second = await bridge.Engine.UpdateStateMachineAsync(request);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Update_WithoutAChange_Throws()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.UpdateStateMachineAsync(new UpdateStateMachineRequest { StateMachine = "machine" }),
            Throws.TypeOf<MissingRequiredParameterException>());
    }

    [Test]
    public async Task Delete_RunningExecutions_GoOnAndNewOnesAreRefused(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Wait30Days);

        await bridge.Engine.DeleteStateMachineAsync("machine", cancellationToken);
        await bridge.Engine.DeleteStateMachineAsync("machine", cancellationToken);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, null, cancellationToken), Throws.TypeOf<StateMachineDoesNotExistException>());
        Assert.That((await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken))).StopDate, Is.GreaterThan(execution.StartDate));
    }

    [Test]
    public async Task List_Pages_AreOldestFirst()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        foreach (string name in (string[])["c", "a", "b"])
        {
            await bridge.CreateAsync(name, Definitions.Pass);
            bridge.Time.Advance(TimeSpan.FromSeconds(1));
        }

        StateMachinePage first = await bridge.Engine.ListStateMachinesAsync(new PageOptions { MaxResults = 2 });
        StateMachinePage second = await bridge.Engine.ListStateMachinesAsync(new PageOptions { MaxResults = 2, NextToken = first.NextToken });

        Assert.That(first.StateMachines.Select(machine => machine.Name), Is.EqualTo((string[])["c", "a"]));
        Assert.That(second.StateMachines.Select(machine => machine.Name), Is.EqualTo((string[])["b"]));
        Assert.That(second.NextToken, Is.Null);
    }
}
