namespace LocalBridge.Conformance.Time;

/// <summary>Represents a clock that stands still until the runner moves it to the next timer that is due: hours of Wait take no time.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class VirtualTimeProvider(DateTimeOffset start) : TimeProvider
{
    // Guards the clock and the queue. Callbacks run outside it.
    private readonly Lock _lock = new();

    // Timers by due time, those of the same time in the order in which they were set. A timer that was changed meanwhile
    // is still in the queue under its old version, and skipped.
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (DateTimeOffset Due, long Order)> _queue = new();

    private DateTimeOffset _now = start;
    private long _order;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to the next timer and fires it.</summary>
    /// <param name="latest">The time beyond which the clock is not moved.</param>
    /// <returns><see langword="false"/> when no timer is set, or none up to <paramref name="latest"/>.</returns>
    public bool AdvanceToNextTimer(DateTimeOffset latest)
    {
        VirtualTimer? timer = TakeNext(latest);
        timer?.Fire();
        return timer is not null;
    }

    /// <summary>Puts a timer into the queue.</summary>
    internal void Schedule(VirtualTimer timer, int version, TimeSpan dueTime)
    {
        lock (_lock)
        {
            DateTimeOffset due = _now + (dueTime < TimeSpan.Zero ? TimeSpan.Zero : dueTime);
            _queue.Enqueue((timer, version), (due, _order++));
        }
    }

    private VirtualTimer? TakeNext(DateTimeOffset latest)
    {
        lock (_lock)
        {
            while (_queue.TryPeek(out (VirtualTimer Timer, int Version) entry, out (DateTimeOffset Due, long Order) key))
            {
                if (!entry.Timer.IsSet(entry.Version))
                {
                    _queue.Dequeue();
                    continue;
                }

                if (key.Due > latest)
                {
                    return null;
                }

                _queue.Dequeue();
                _now = key.Due > _now ? key.Due : _now;
                return entry.Timer;
            }

            return null;
        }
    }
}
