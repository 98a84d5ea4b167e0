namespace LocalBridge.Conformance.Time;

/// <summary>Represents a timer of a <see cref="VirtualTimeProvider"/>.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider time, TimerCallback callback, object? state) : ITimer
{
    // Counts the changes: an entry of the queue with an older number is void.
    private int _version;

    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        int version = Interlocked.Increment(ref _version);
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            time.Schedule(this, version, dueTime);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Increment(ref _version);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns whether an entry of the queue is still the timer's newest one.</summary>
    internal bool IsSet(int version) => Volatile.Read(ref _version) == version;

    /// <summary>Calls what the timer is for, and sets it again when it repeats.</summary>
    internal void Fire()
    {
        bool repeats = _period > TimeSpan.Zero;
        if (repeats)
        {
            Change(_period, _period);
        }

        callback(state);
    }
}
