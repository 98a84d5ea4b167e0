using System.Diagnostics;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// Counts what was accepted and is not yet delivered, over all buses of a host, and tells when it becomes nothing. An event counts as one until it
/// was offered to all its targets, and a delivery that waits or runs counts as one of its own, so the count never touches zero in between.
/// </summary>
internal sealed class InFlightCounter
{
    private readonly Lock _gate = new();

    /// <summary>In the upper half how often something was begun, in the lower half how much of it is not finished.</summary>
    private long _state;

    /// <summary>Guarded by <see cref="_gate"/>; read without it as a hint. Not null while somebody waits.</summary>
    private TaskCompletionSource? _whenZero;

    internal int Count => (int)Volatile.Read(ref _state);

    /// <summary>Gets a number that changes whenever something begins: two equal ones with a count of zero mean that nothing happened between.</summary>
    internal int Version => (int)(Volatile.Read(ref _state) >> 32);

    internal void Increment() => Interlocked.Add(ref _state, (1L << 32) + 1);

    internal void Decrement()
    {
        // The lower half never falls below zero, so this never borrows from the upper one.
        int count = (int)Interlocked.Decrement(ref _state);
        Debug.Assert(count >= 0, "More was finished than was begun.");
        if (count == 0 && Volatile.Read(ref _whenZero) is not null)
            Release();
    }

    /// <summary>Completes when the count is zero; at once when it is.</summary>
    internal Task WaitForZeroAsync(CancellationToken cancellationToken)
    {
        if (Count == 0)
            return Task.CompletedTask;

        Task whenZero;
        lock (_gate)
        {
            _whenZero ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            whenZero = _whenZero.Task;
        }

        // Whoever brought the count to zero before the field was set did not see it. The read below comes after it in the order of the lock's fences.
        Interlocked.MemoryBarrier();
        if (Count == 0)
            Release();
        return whenZero.WaitAsync(cancellationToken);
    }

    private void Release()
    {
        TaskCompletionSource? whenZero;
        lock (_gate)
        {
            whenZero = _whenZero;
            _whenZero = null;
        }

        whenZero?.TrySetResult();
    }
}
