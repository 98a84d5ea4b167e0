using LocalBridge.Errors;
using LocalBridge.Identity;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Inspecting;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Tests single states: calls the task of the state as an execution would, or gives it the mocked result.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class StateTester(WorkflowEngine engine, StatesArns arns, IIdentifierSource identifiers)
{
    internal async Task<TestStateResponse> TestAsync(TestStateRequest request, InterpreterLimits limits, CancellationToken cancellationToken)
    {
        TestStateCheck.CheckLengths(request);
        var tested = TestedState.Read(request);
        TestStateCheck.Check(request, tested);
        ExecutionStart start = CreateStart(request);
        var test = new StateTest(tested.Definition, tested.State, CreateOptions(request, start, limits));
        if (test.Fault is { } fault)
        {
            throw new ValidationException(fault);
        }

        if (test.Task is { } command)
        {
            await AnswerAsync(test, command, start, request.Mock, cancellationToken).ConfigureAwait(false);
        }

        return new TestStateResponse
        {
            Status = test.Status,
            Output = test.Output,
            Error = test.Error,
            Cause = test.Cause,
            NextState = test.NextState,
            InspectionData = request.InspectionLevel == InspectionLevel.Info ? null : test.InspectionData,
        };
    }

    private static StateTestOptions CreateOptions(TestStateRequest request, ExecutionStart start, InterpreterLimits limits) => new()
    {
        Start = start,
        Limits = limits,
        Context = request.Context,
        Variables = request.Variables ?? JsonObject.Empty,
        RetrierRetryCount = request.StateConfiguration?.RetrierRetryCount ?? 0,
        ChildrenResult = request.Mock?.Result ?? default,
        ChildrenError = request.Mock?.ErrorOutput?.Error,
        ChildrenCause = request.Mock?.ErrorOutput?.Cause,
        ItemReaderData = request.StateConfiguration?.MapItemReaderData ?? default,
        MapIterationFailureCount = request.StateConfiguration?.MapIterationFailureCount,
    };

    /// <summary>Makes up an execution of an Express state machine, as the service shows it.</summary>
    private ExecutionStart CreateStart(TestStateRequest request)
    {
        string name = identifiers.NewGuid().ToString();
        string stateMachine = $"TestState-{identifiers.NewGuid()}";
        return new ExecutionStart
        {
            ExecutionArn = $"arn:aws:states:{arns.Region}:{arns.Account}:express:{stateMachine}:{name}",
            ExecutionName = name,
            StateMachineArn = arns.StateMachine(stateMachine),
            StateMachineName = stateMachine,
            RoleArn = request.RoleArn ?? arns.DefaultRole,
            Input = request.Input.IsUndefined ? JsonValue.EmptyObject : request.Input,
            StartTime = engine.TimeProvider.GetUtcNow(),
            Seed = identifiers.NewSeed(),
            IsExpress = true,
            RecordsHistory = false,
        };
    }

    private async Task AnswerAsync(
        StateTest test, ScheduleTaskCommand command, ExecutionStart start, MockInput? mock, CancellationToken cancellationToken)
    {
        if (mock?.ErrorOutput is { } error)
        {
            test.Fail(error.Error, error.Cause);
            return;
        }

        if (mock is not null)
        {
            test.Succeed(mock.Result);
            return;
        }

        TaskOutcome outcome;
        try
        {
            outcome = await engine.Tasks.InvokeAsync(new TaskContext(engine, start, command, NoSubmitter.Instance), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = TaskFault.From(exception);
        }

        if (outcome.Kind == TaskOutcomeKind.Succeeded)
        {
            test.Succeed(outcome.Output);
        }
        else
        {
            test.Fail(outcome.Error, outcome.Cause);
        }
    }

    /// <summary>Stands where a task would say that its request was accepted: only tasks that answer at once are tested without a mock.</summary>
    private sealed class NoSubmitter : ITaskSubmitter
    {
        internal static NoSubmitter Instance { get; } = new();

        public ValueTask SubmitAsync(JsonValue output) => ValueTask.CompletedTask;
    }
}
