using System.Collections.Concurrent;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

/// <summary>Executions that somebody of this process awaits and another process works on. That process tells nobody when one ends, so the storage is asked whenever
/// the lease is renewed.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class DistantExecutions
{
    private readonly ConcurrentDictionary<string, ExecutionCompletion> _awaited = new(StringComparer.Ordinal);

    internal ExecutionCompletion Await(string executionArn) => _awaited.GetOrAdd(executionArn, static _ => new ExecutionCompletion());

    /// <summary>Asks for each of them.</summary>
    /// <param name="read">Reads what is stored of an execution; null when it is gone.</param>
    internal async Task CheckAsync(Func<string, ValueTask<ExecutionRecord?>> read)
    {
        foreach ((string executionArn, ExecutionCompletion completion) in _awaited)
        {
            ExecutionRecord? record = await read(executionArn).ConfigureAwait(false);
            if (record?.Status != ExecutionStatus.Running)
            {
                _awaited.TryRemove(executionArn, out _);
                if (record is null)
                {
                    completion.Abandon(new ExecutionDoesNotExistException(executionArn));
                }
                else
                {
                    completion.Set(record.ToResult());
                }
            }
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
