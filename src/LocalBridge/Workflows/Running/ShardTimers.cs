namespace LocalBridge.Workflows.Running;

/// <summary>Holds the timers of one shard in the order in which they are due, and one alarm for the first of them. Nothing polls.</summary>
/// <remarks>Owned by the shard; only the alarm comes from another thread, and it merely puts work into the shard's inbox.</remarks>
internal sealed class ShardTimers : IAsyncDisposable
{
    /// <summary>The longest time an alarm is set for; the system's timers end at 49 days.</summary>
    private static readonly TimeSpan LongestAlarm = TimeSpan.FromDays(40);

    private readonly PriorityQueue<ExecutionTimer, (DateTimeOffset DueTime, long Sequence)> _queue = new();
    private readonly TimeProvider _timeProvider;
    private readonly ITimer _alarm;
    private DateTimeOffset _alarmTime = DateTimeOffset.MaxValue;
    private long _sequence;
    private int _cancelled;

    internal ShardTimers(TimeProvider timeProvider, Action onDue)
    {
        _timeProvider = timeProvider;
        _alarm = timeProvider.CreateTimer(static state => ((Action)state!)(), onDue, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets when the first timer is due; <see langword="null"/> when there is none. Exact after <see cref="SetAlarm"/>.</summary>
    internal DateTimeOffset? NextDueTime => _queue.TryPeek(out ExecutionTimer? first, out _) ? first.DueTime : null;

    internal int Count => _queue.Count;

    internal void Add(ExecutionTimer timer)
    {
        timer.IsQueued = true;
        _queue.Enqueue(timer, (timer.DueTime, _sequence++));
    }

    /// <summary>Takes note that a timer was cancelled. It leaves the queue when it is due, or when half of the queue is cancelled.</summary>
    internal void OnCancelled()
    {
        _cancelled++;
        if (_cancelled > 64 && _cancelled > _queue.Count / 2)
        {
            Compact();
        }
    }

    /// <summary>Takes out the next timer that is due.</summary>
    /// <returns>The timer, or <see langword="null"/> when none is due.</returns>
    internal ExecutionTimer? TakeDue(DateTimeOffset now)
    {
        while (_queue.TryPeek(out ExecutionTimer? timer, out _) && (timer.IsCancelled || timer.DueTime <= now))
        {
            _queue.Dequeue();
            timer.IsQueued = false;
            if (!timer.IsCancelled)
            {
                return timer;
            }

            _cancelled--;
        }

        return null;
    }

    /// <summary>Sets the alarm for the first timer.</summary>
    internal void SetAlarm()
    {
        while (_queue.TryPeek(out ExecutionTimer? first, out _) && first.IsCancelled)
        {
            _queue.Dequeue();
            first.IsQueued = false;
            _cancelled--;
        }

        DateTimeOffset next = NextDueTime ?? DateTimeOffset.MaxValue;
        if (next == _alarmTime)
        {
            return;
        }

        _alarmTime = next;
        if (next == DateTimeOffset.MaxValue)
        {
            _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // At least a millisecond: the system's timers and its clock need not agree about the last one.
        TimeSpan delay = next - _timeProvider.GetUtcNow();
        delay = delay < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : delay;
        _alarm.Change(delay < LongestAlarm ? delay : LongestAlarm, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes note that the alarm went off and must be set anew.</summary>
    internal void OnAlarm() => _alarmTime = DateTimeOffset.MaxValue;

    public ValueTask DisposeAsync() => _alarm.DisposeAsync();

    private void Compact()
    {
        var remaining = new List<(ExecutionTimer, (DateTimeOffset, long))>(_queue.Count - _cancelled);
        foreach ((ExecutionTimer timer, (DateTimeOffset, long) priority) in _queue.UnorderedItems)
        {
            if (timer.IsCancelled)
            {
                timer.IsQueued = false;
            }
            else
            {
                remaining.Add((timer, priority));
            }
        }

        _queue.Clear();
        _queue.EnqueueRange(remaining);
        _queue.TrimExcess();
        _cancelled = 0;
    }
}
