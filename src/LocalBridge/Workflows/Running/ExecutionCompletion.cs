namespace LocalBridge.Workflows.Running;

/// <summary>Tells the end of one execution: to handles as a task, to other executions at once.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class ExecutionCompletion
{
    private readonly Lock _lock = new(); // guards _observers and _result
    private readonly TaskCompletionSource<ExecutionResult> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Action<ExecutionResult>>? _observers;
    private ExecutionResult? _result;

    internal Task<ExecutionResult> Task => _source.Task;

    /// <summary>Returns a completion that has its result.</summary>
    internal static ExecutionCompletion Of(ExecutionResult result)
    {
        var completion = new ExecutionCompletion();
        completion.Set(result);
        return completion;
    }

    /// <summary>Calls the observer with the result: at once when there is one, otherwise on the shard, before the engine can be idle.</summary>
    /// <param name="observer">It only enqueues.</param>
    internal void Observe(Action<ExecutionResult> observer)
    {
        ExecutionResult? result;
        lock (_lock)
        {
            result = _result;
            if (result is null)
            {
                (_observers ??= []).Add(observer);
            }
        }

        if (result is not null)
        {
            observer(result);
        }
    }

    internal void Set(ExecutionResult result)
    {
        List<Action<ExecutionResult>>? observers;
        lock (_lock)
        {
            _result = result;
            observers = _observers;
            _observers = null;
        }

        foreach (Action<ExecutionResult> observer in observers ?? [])
        {
            observer(result);
        }

        _source.TrySetResult(result);
    }

    internal void Abandon(Exception exception)
    {
        _source.TrySetException(exception);
        _ = _source.Task.Exception; // a handle that nobody waits on must not report an unobserved exception
    }
}
