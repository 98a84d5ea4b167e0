using System.Collections.Concurrent;

namespace LocalBridge.Workflows.Running;

/// <summary>Bounds how many tasks run at once. What does not get in waits in the order of its coming.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class TaskGate
{
    private readonly ConcurrentQueue<RunningTask> _waiting = new();
    private readonly int _capacity;
    private int _count; // those inside and those waiting

    internal TaskGate(int capacity)
    {
        _capacity = capacity;
    }

    /// <summary>Lets a task in, or keeps it until another one leaves.</summary>
    /// <returns>Whether it is in; otherwise it is run when its turn comes.</returns>
    internal bool TryEnter(RunningTask task)
    {
        if (Interlocked.Increment(ref _count) <= _capacity)
        {
            return true;
        }

        _waiting.Enqueue(task);
        return false;
    }

    internal void Exit()
    {
        if (Interlocked.Decrement(ref _count) < _capacity)
        {
            return;
        }

        // The count says that somebody waits; he may be between counting himself and joining the queue.
        SpinWait spin = default;
        RunningTask? next;
        while (!_waiting.TryDequeue(out next))
        {
            spin.SpinOnce();
        }

        ThreadPool.UnsafeQueueUserWorkItem(next, preferLocal: false);
    }
}
