using LocalBridge.Targets;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// The deliveries that wait for one target, and the publishers that wait for room among them. Not thread-safe: its owner calls it under a lock and
/// completes what it hands out after leaving that lock.
/// </summary>
/// <remarks>
/// <see cref="TargetFullMode.Wait"/> is kept by the publishers, who look before they publish; what was accepted already is always taken, so the queue
/// may pass its capacity by what the bus itself holds. The pump must not wait, or it would hold up other targets.
/// </remarks>
internal sealed class TargetQueue(int capacity, TargetFullMode fullMode)
{
    private readonly Queue<Delivery> _deliveries = new();

    private Queue<TaskCompletionSource>? _publishers;

    /// <summary>Gets or sets how many deliveries wait for their next attempt. They take room, or a dead target would let memory grow.</summary>
    internal int Retrying { get; set; }

    internal int Count => _deliveries.Count;

    internal bool HasPublishers => _publishers is { Count: > 0 };

    internal bool IsFull => _deliveries.Count + Retrying >= capacity;

    /// <summary>Adds a delivery.</summary>
    /// <returns>Whether a delivery was dropped for it, or it itself was.</returns>
    internal bool Enqueue(in Delivery delivery, out Delivery dropped)
    {
        dropped = default;
        if (fullMode != TargetFullMode.Wait && delivery.Retry is null && IsFull)
        {
            if (fullMode == TargetFullMode.DropWrite || !TryDropOldest(out dropped))
            {
                dropped = delivery;
                return true;
            }

            _deliveries.Enqueue(delivery);
            return true;
        }

        _deliveries.Enqueue(delivery);
        return false;
    }

    internal bool TryDequeue(out Delivery delivery) => _deliveries.TryDequeue(out delivery);

    /// <summary>Returns a task that completes when it is this publisher's turn to look again.</summary>
    internal TaskCompletionSource AddPublisher()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_publishers ??= new Queue<TaskCompletionSource>()).Enqueue(turn);
        return turn;
    }

    /// <summary>
    /// Takes the publishers that may look again: one for each freed place, and all of them when nothing waits any more, since a released publisher
    /// may have given up and then nobody would release the next.
    /// </summary>
    internal bool TryTakePublisher(bool freedOne, out TaskCompletionSource? publisher)
    {
        publisher = null;
        return _publishers is not null && !IsFull && (freedOne || _deliveries.Count == 0) && _publishers.TryDequeue(out publisher);
    }

    /// <summary>Takes every publisher that waits, because there is nothing to wait for any more.</summary>
    internal Queue<TaskCompletionSource>? TakeAllPublishers()
    {
        Queue<TaskCompletionSource>? all = _publishers;
        _publishers = null;
        return all;
    }

    private bool TryDropOldest(out Delivery dropped)
    {
        // A retried delivery at the head is somebody's unfinished work, not the oldest event; it goes on.
        if (_deliveries.TryPeek(out dropped) && dropped.Retry is null)
            return _deliveries.TryDequeue(out dropped);
        dropped = default;
        return false;
    }
}
