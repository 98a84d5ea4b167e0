using System.Collections.Immutable;
using LocalBridge.Errors;
using LocalBridge.Storage;
using LocalBridge.Workflows.Errors;
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
    public async Task<ExecutionPage> ListMapRunExecutionsAsync(
        string mapRunArn, ListExecutionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNotRunning();
        StatesArns.CheckMapRun(mapRunArn);
        string stateMachineArn = MapRuns.Describe(mapRunArn).StateMachineArn;
        options ??= new ListExecutionsOptions();
        int count = PageSize.Check(options.MaxResults);
        var found = ImmutableArray.CreateBuilder<ExecutionDescription>();
        string? token = options.NextToken;
        DateTimeOffset now = TimeProvider.GetUtcNow();
        try
        {
            do
            {
                // A store lists by state machine, which the children of all runs of the state share; so many as are missing are asked for, so that the
                // page ends where the store's page ends.
                var query = new ExecutionQuery(stateMachineArn, options.StatusFilter, count - found.Count, token);
                StoredExecutionPage page = await Storage.ReadExecutionsAsync(query, cancellationToken).ConfigureAwait(false);
                found.AddRange(page.Executions
                    .Select(Persistence.Read)
                    .Where(record => record.Start.MapRunArn == mapRunArn)
                    .Select(record => Describe(record, now)));
                token = page.NextToken;
            }
            while (token is not null && found.Count < count);
        }
        catch (FormatException)
        {
            throw new InvalidTokenException("Invalid token");
        }

        return new ExecutionPage(found.ToImmutable(), token);
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
