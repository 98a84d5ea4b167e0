using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.Conformance.Time;
using LocalBridge.Json;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Runs executions in the runtime: a host of its own for each, with in-memory storage and on virtual time.</summary>
internal sealed class HostEngine : IExecutionEngine
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, 250, TimeSpan.Zero);

    /// <inheritdoc/>
    public async Task<ExecutionAnswer> RunAsync(ExecutionScenario scenario, CancellationToken cancellationToken)
    {
        var time = new VirtualTimeProvider(Start);
        var activity = new HandlerActivity();
        var script = Script.Read(scenario.Script);
        var functions = FunctionDirectory.Read(scenario.Handlers);
        var callbacks = new CallbackAnswers();
        var playback = new TaskPlayback(script, functions, new FunctionEnvironment(time, activity));
        LocalBridgeHost host = BridgeHosts.Create(scenario, time, script, functions, new PlaybackHandlers(playback, activity, callbacks));
        await host.StartAsync(cancellationToken);
        var run = new VirtualRun(time, activity, host.WaitUntilIdleAsync);
        try
        {
            var workers = new ActivityWorkers(host.Activities, scenario, script, callbacks);
            await workers.StartAsync(cancellationToken);
            await using StatusChangeEvents? events = StatusChangeEvents.Subscribe(host, scenario);
            if (scenario.IsExpress)
            {
                return await RunSyncAsync(host.StateMachines, scenario, run, AnswerAsync, cancellationToken);
            }

            string stateMachineArn = await CreateAsync(host.StateMachines, scenario, cancellationToken);
            var options = new StartExecutionOptions { Name = scenario.ExecutionName };
            Execution execution = await host.StateMachines.StartAsync(stateMachineArn, InputOf(scenario), options, cancellationToken);
            Task end = execution.WaitAsync(cancellationToken);
            await run.DriveAsync(() => end.IsCompleted, AnswerAsync, cancellationToken);
            ExecutionAnswer answer = await ExecutionAnswers.ReadAsync(host.StateMachines, execution.ExecutionArn, cancellationToken);
            await host.StateMachines.StopAsync(execution.ExecutionArn, cancellationToken: cancellationToken);
            return events is null ? answer : answer with { Extras = answer.Extras.Add(StatusChangeEvents.Name, events.Collected) };

            async Task<bool> AnswerAsync(CancellationToken token)
            {
                await workers.CollectAsync(token);
                return await callbacks.SendNextAsync(host.StateMachines, token);
            }
        }
        finally
        {
            await run.DisposeAsync(host);
        }
    }

    private static async Task<ExecutionAnswer> RunSyncAsync(
        IStateMachines stateMachines,
        ExecutionScenario scenario,
        VirtualRun run,
        Func<CancellationToken, Task<bool>> answerAsync,
        CancellationToken cancellationToken)
    {
        string stateMachineArn = await CreateAsync(stateMachines, scenario, cancellationToken);
        Task<SyncExecution> execution = stateMachines.StartSyncAsync(stateMachineArn, InputOf(scenario), null, cancellationToken);
        await run.DriveAsync(() => execution.IsCompleted, answerAsync, cancellationToken);
        return SyncAnswers.Describe(await execution);
    }

    private static JsonValue InputOf(ExecutionScenario scenario) =>
        scenario.Input is null ? JsonValue.Undefined : JsonValue.Parse(CaseTexts.FillDates(scenario.Input, Start));

    private static async Task<string> CreateAsync(IStateMachines stateMachines, ExecutionScenario scenario, CancellationToken cancellationToken)
    {
        try
        {
            var request = new CreateStateMachineRequest
            {
                Name = scenario.StateMachineName,
                Definition = scenario.Definition,
                RoleArn = scenario.RoleArn,
                Type = scenario.IsExpress ? StateMachineType.Express : StateMachineType.Standard,
            };
            return (await stateMachines.CreateStateMachineAsync(request, cancellationToken)).StateMachineArn;
        }
        catch (InvalidDefinitionException exception)
        {
            throw new DefinitionRefusedException(exception.ErrorCode, exception.Message);
        }
    }
}
