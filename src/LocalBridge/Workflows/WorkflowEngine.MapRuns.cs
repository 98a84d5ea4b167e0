using LocalBridge.Errors;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    /// <inheritdoc/>
    public Task<MapRunDescription> DescribeMapRunAsync(string mapRunArn, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        StatesArns.CheckMapRun(mapRunArn);
        return Task.FromResult(MapRuns.Describe(mapRunArn));
    }

    /// <inheritdoc/>
    public async Task<MapRunPage> ListMapRunsAsync(string executionArn, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckExecution(executionArn);
        int count = PageSize.Check(options?.MaxResults ?? 0);
        await ReadAsync(executionArn, cancellationToken).ConfigureAwait(false);
        return MapRuns.List(executionArn, count, options?.NextToken);
    }

    /// <inheritdoc/>
    public Task UpdateMapRunAsync(UpdateMapRunRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfNotRunning();
        StatesArns.CheckMapRun(request.MapRunArn);
        Check(request);
        (MapRuns.FindRunning(request.MapRunArn) ?? throw new ValidationException($"The Map Run '{request.MapRunArn}' has ended and cannot be changed."))
            .Update(request);
        return Task.CompletedTask;
    }

    private static void Check(UpdateMapRunRequest request)
    {
        if (request.MaxConcurrency < 0)
        {
            throw new ValidationException($"The MaxConcurrency of a Map Run is 0 or more, not {request.MaxConcurrency}.");
        }

        if (request.ToleratedFailureCount < 0)
        {
            throw new ValidationException($"The ToleratedFailureCount of a Map Run is 0 or more, not {request.ToleratedFailureCount}.");
        }

        if (request.ToleratedFailurePercentage is < 0 or > 100)
        {
            throw new ValidationException(FormattableString.Invariant(
                $"The ToleratedFailurePercentage of a Map Run is from 0 to 100, not {request.ToleratedFailurePercentage}."));
        }
    }
}
