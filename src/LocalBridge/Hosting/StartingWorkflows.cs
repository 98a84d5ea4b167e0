using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Hosting;

/// <summary>The workflows as their users see them: the first call starts the engine, which loads from storage, before it is passed on.</summary>
internal sealed class StartingWorkflows(LocalBridgeHost host, WorkflowEngine engine) : IStateMachines, IActivities
{
    public async Task<StateMachineDescription> CreateStateMachineAsync(CreateStateMachineRequest request, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.CreateStateMachineAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<StateMachineDescription> UpdateStateMachineAsync(UpdateStateMachineRequest request, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.UpdateStateMachineAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.DeleteStateMachineAsync(stateMachine, cancellationToken).ConfigureAwait(false);
    }

    public async Task<StateMachineDescription> DescribeStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.DescribeStateMachineAsync(stateMachine, cancellationToken).ConfigureAwait(false);
    }

    public async Task<TestStateResponse> TestStateAsync(TestStateRequest request, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.TestStateAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<StateMachinePage> ListStateMachinesAsync(PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.ListStateMachinesAsync(options, cancellationToken).ConfigureAwait(false);
    }

    public Task<Execution> StartAsync(
        string stateMachine, JsonValue input, StartExecutionOptions? options = null, CancellationToken cancellationToken = default) =>
        host.IsStarted
            ? engine.StartAsync(stateMachine, input, options, cancellationToken)
            : StartFirstAsync(stateMachine, input, options, cancellationToken);

    public async Task<Execution> GetExecutionAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.GetExecutionAsync(executionArn, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.DescribeAsync(executionArn, cancellationToken).ConfigureAwait(false);
    }

    public async Task<HistoryPage> GetHistoryAsync(string executionArn, GetHistoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.GetHistoryAsync(executionArn, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExecutionPage> ListExecutionsAsync(string stateMachine, ListExecutionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.ListExecutionsAsync(stateMachine, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DateTimeOffset> StopAsync(string executionArn, string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.StopAsync(executionArn, error, cause, cancellationToken).ConfigureAwait(false);
    }

    public async Task<MapRunDescription> DescribeMapRunAsync(string mapRunArn, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.DescribeMapRunAsync(mapRunArn, cancellationToken).ConfigureAwait(false);
    }

    public async Task<MapRunPage> ListMapRunsAsync(string executionArn, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.ListMapRunsAsync(executionArn, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ExecutionPage> ListMapRunExecutionsAsync(
        string mapRunArn, ListExecutionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.ListMapRunExecutionsAsync(mapRunArn, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task UpdateMapRunAsync(UpdateMapRunRequest request, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.UpdateMapRunAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task SendTaskSuccessAsync(string taskToken, JsonValue output, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.SendTaskSuccessAsync(taskToken, output, cancellationToken).ConfigureAwait(false);
    }

    public async Task SendTaskFailureAsync(string taskToken, string? error = null, string? cause = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.SendTaskFailureAsync(taskToken, error, cause, cancellationToken).ConfigureAwait(false);
    }

    public async Task SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.SendTaskHeartbeatAsync(taskToken, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ActivityDescription> CreateActivityAsync(string name, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.CreateActivityAsync(name, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteActivityAsync(string activityArn, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        await engine.DeleteActivityAsync(activityArn, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ActivityDescription> DescribeActivityAsync(string activityArn, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.DescribeActivityAsync(activityArn, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<ActivityDescription>> ListActivitiesAsync(CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.ListActivitiesAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<ActivityTask?> GetActivityTaskAsync(string activityArn, string? workerName = null, CancellationToken cancellationToken = default)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.GetActivityTaskAsync(activityArn, workerName, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Execution> StartFirstAsync(
        string stateMachine, JsonValue input, StartExecutionOptions? options, CancellationToken cancellationToken)
    {
        await StartedAsync(cancellationToken).ConfigureAwait(false);
        return await engine.StartAsync(stateMachine, input, options, cancellationToken).ConfigureAwait(false);
    }

    private Task StartedAsync(CancellationToken cancellationToken) => host.IsStarted ? Task.CompletedTask : host.StartAsync(cancellationToken);
}
