using System.Collections.Immutable;
using LocalBridge.Workflows.Definitions;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <inheritdoc/>
    public async Task<StateMachineDescription> CreateStateMachineAsync(
        CreateStateMachineRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfNotRunning();
        StateMachineRevision revision = await StateMachines.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        return revision.Describe();
    }

    /// <inheritdoc/>
    public async Task<StateMachineDescription> UpdateStateMachineAsync(
        UpdateStateMachineRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfNotRunning();
        StateMachineRevision revision = await StateMachines.UpdateAsync(request, cancellationToken).ConfigureAwait(false);
        return revision.Describe();
    }

    /// <inheritdoc/>
    public Task DeleteStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        return StateMachines.DeleteAsync(_arns.ToStateMachineArn(stateMachine), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StateMachineDescription> DescribeStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        return Task.FromResult(StateMachines.Get(_arns.ToStateMachineArn(stateMachine)).Describe());
    }

    /// <inheritdoc/>
    public Task<StateMachinePage> ListStateMachinesAsync(PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        options ??= new PageOptions();
        (ImmutableArray<StateMachineRevision> page, string? nextToken) =
            StateMachines.List(PageSize.Check(options.MaxResults), options.NextToken);
        return Task.FromResult(new StateMachinePage(ImmutableArray.CreateRange(page, static revision => revision.Describe()), nextToken));
    }
}
