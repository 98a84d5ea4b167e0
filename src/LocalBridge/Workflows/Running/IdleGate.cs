namespace LocalBridge.Workflows.Running;

/// <summary>Counts everything that is queued or runs, so that somebody can wait until nothing is.</summary>
/// <remarks>Safe for use from any thread. Exact, because whoever causes new work enters it before he leaves his own.</remarks>
internal sealed class IdleGate
{
    private readonly Lock _lock = new(); // guards _waiters
    private List<TaskCompletionSource> _waiters = [];
    private long _count;

    internal void Enter() => Interlocked.Increment(ref _count);

    internal void Exit(int count = 1)
    {
        if (Interlocked.Add(ref _count, -count) == 0)
        {
            Release();
        }
    }

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiters.Add(waiter);
        }

        // After the waiter is in the list, so that no exit to zero can be missed.
        if (Volatile.Read(ref _count) == 0)
        {
            Release();
        }

        return waiter.Task.WaitAsync(cancellationToken);
    }

    private void Release()
    {
        List<TaskCompletionSource> waiters;
        lock (_lock)
        {
            if (_waiters.Count == 0)
            {
                return;
            }

            waiters = _waiters;
            _waiters = [];
        }

        foreach (TaskCompletionSource waiter in waiters)
        {
            waiter.TrySetResult();
        }
    }
}
