using System.Collections.Concurrent;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows.Distant;

/// <summary>Executions that somebody of this process awaits and another process works on. The storage is asked when that process tells the end, and, since it may die before it
/// does, whenever the lease is renewed.</summary>
/// <param name="read">Reads what is stored of an execution; null when it is gone.</param>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class DistantExecutions(Func<string, CancellationToken, Task<ExecutionRecord?>> read)
{
    private readonly ConcurrentDictionary<string, ExecutionCompletion> _awaited = new(StringComparer.Ordinal);

    internal ExecutionCompletion Await(string executionArn) => _awaited.GetOrAdd(executionArn, static _ => new ExecutionCompletion());

    /// <summary>Asks for each of them.</summary>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (string executionArn in _awaited.Keys)
        {
            await CheckAsync(executionArn, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for one of them.</summary>
    internal async Task CheckAsync(string executionArn, CancellationToken cancellationToken)
    {
        if (!_awaited.ContainsKey(executionArn))
        {
            return;
        }

        ExecutionRecord? record = await read(executionArn, cancellationToken).ConfigureAwait(false);
        if (record?.Status == ExecutionStatus.Running || !_awaited.TryRemove(executionArn, out ExecutionCompletion? completion))
        {
            return;
        }

        if (record is null)
        {
            completion.Abandon(new ExecutionDoesNotExistException(executionArn));
        }
        else
        {
            completion.Set(record.ToResult());
        }
    }

    internal void Abandon(Exception exception)
    {
        foreach (ExecutionCompletion completion in _awaited.Values)
        {
            completion.Abandon(exception);
        }

        _awaited.Clear();
    }
}
