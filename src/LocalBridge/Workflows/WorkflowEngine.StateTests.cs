using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <inheritdoc/>
    public Task<TestStateResponse> TestStateAsync(TestStateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        if (!request.Input.IsUndefined)
        {
            CheckSize(request.Input);
        }

        return new StateTester(this, _arns, _identifiers).TestAsync(request, _options.Limits, cancellationToken);
    }
}
