using System.Diagnostics;
using LocalBridge.Diagnostics;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// One target of one rule at run time: hands events to it, keeps what waits for it, and keeps its trouble from all others.
/// </summary>
/// <remarks>
/// <para>
/// A target that may run inline and has nothing under way is called by the pump itself. As soon as it has something under way (its task is not
/// complete, or it got stuck), what follows waits in its queue, and the thread that completes the work drains the queue. So the order is kept
/// with a concurrency of 1, and nobody else waits.
/// </para>
/// <para>
/// <see cref="_running"/> counts what is under way. The pump may read it without the lock and raise it from zero, because for a target that runs
/// inline nobody else does: all others only lower it, under the lock.
/// </para>
/// </remarks>
[DebuggerDisplay("{Identity.RuleName}/{Identity.TargetId}")]
internal sealed partial class DispatchTarget : IThreadPoolWorkItem
{
    /// <summary>A target that got stuck on the pump's thread runs on its own for this many deliveries, twice as many each further time.</summary>
    private const int FirstProbation = 64;

    private const int LongestProbation = 1 << 20;

    private readonly DispatchContext _context;

    private readonly TargetInvoker _invoker;

    private readonly DeliveryRetrier? _retrier;

    private readonly string? _deadLetterQueueArn;

    private readonly int _concurrency;

    private readonly bool _mayRunInline;

    private readonly bool _makesPublishersWait;

    private readonly Lock _gate = new();

    /// <summary>Guarded by <see cref="_gate"/>.</summary>
    private readonly TargetQueue _queue;

    /// <summary>See the remarks of the type.</summary>
    private int _running;

    /// <summary>Guarded by <see cref="_gate"/> when written: whether publishers have to wait for this target.</summary>
    private bool _isFull;

    /// <summary>Whether nothing is handed to the target any more (its subscription was disposed).</summary>
    private bool _isClosed;

    /// <summary>How many deliveries are still kept off the pump's thread; touched by the owner of the pump only.</summary>
    private int _probation;

    private int _nextProbation = FirstProbation;

    internal DispatchTarget(DispatchContext context, TargetIdentity identity, TargetInvoker invoker, Target target, bool isRecorded)
    {
        DeliveryOptions options = target.DeliveryOptions ?? new DeliveryOptions();
        RetryPolicy retry = target.RetryPolicy ?? (invoker.IsRetriedByDefault ? new RetryPolicy() : RetryPolicy.None);
        _context = context;
        _invoker = invoker;
        Identity = identity;
        _concurrency = options.Concurrency ?? invoker.DefaultConcurrency ?? context.Options.TargetConcurrency;
        _queue = new TargetQueue(options.Capacity ?? context.Options.TargetCapacity, options.FullMode);
        _makesPublishersWait = options.FullMode == TargetFullMode.Wait;
        _deadLetterQueueArn = target.DeadLetterConfig?.Arn;
        _retrier = retry.MaximumRetryAttempts > 0 ? new DeliveryRetrier(this, context, retry) : null;
        IsRecorded = isRecorded && context.DeliveryLog.IsDurable;
        _mayRunInline = invoker.MayRunInline && _concurrency == 1 && _retrier is null && !IsRecorded && !options.IsIsolated;
    }

    internal TargetIdentity Identity { get; }

    /// <summary>Gets whether deliveries are written to durable storage before the event is accepted.</summary>
    internal bool IsRecorded { get; }

    internal bool CanRunInline => _mayRunInline && _probation == 0 && Volatile.Read(ref _running) == 0;

    internal bool IsFull => Volatile.Read(ref _isFull);

    /// <summary>Gets how many deliveries wait.</summary>
    internal int QueueLength
    {
        get
        {
            lock (_gate)
                return _queue.Count;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync();

    /// <summary>Hands nothing more to the target; what waits for it is discarded as its turn comes.</summary>
    internal void Close()
    {
        Queue<TaskCompletionSource>? publishers;
        lock (_gate)
        {
            Volatile.Write(ref _isClosed, true);
            UpdateFull();
            publishers = _queue.TakeAllPublishers();
        }

        while (publishers is not null && publishers.TryDequeue(out TaskCompletionSource? publisher))
            publisher.TrySetResult();
    }

    /// <summary>Waits until the target has room or is closed. Called by publishers before their event is accepted.</summary>
    internal Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (!_queue.IsFull || _isClosed)
                return Task.CompletedTask;
            turn = _queue.AddPublisher();
        }

        return turn.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Puts a delivery into the queue of the target and sees to it that somebody drains it.</summary>
    internal void Post(in Delivery delivery)
    {
        if (_probation > 0 && delivery.Retry is null)
            _probation--;

        bool needsWorker;
        bool hasDropped;
        Delivery dropped;
        _context.InFlight.Increment();
        lock (_gate)
        {
            hasDropped = _queue.Enqueue(delivery, out dropped);
            needsWorker = _running < _concurrency && _queue.Count > 0;
            if (needsWorker)
                _running++;
            UpdateFull();
        }

        if (needsWorker)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        if (hasDropped)
            _ = DropAsync(dropped);
    }

    /// <summary>Begins a delivery on the calling thread. Does not throw: a failure is in the task.</summary>
    internal ValueTask Invoke(in Delivery delivery)
    {
        if (_context.StopToken.IsCancellationRequested)
            return ValueTask.FromCanceled(_context.StopToken);
        if (!DeliveryTelemetry.IsObserved || Volatile.Read(ref _isClosed))
            return InvokePlainly(delivery);
        return DeliveryTelemetry.ObserveAsync(_invoker, Identity, delivery, _context);
    }

    /// <summary>Begins a delivery that nobody measures. Does not throw: a failure is in the task.</summary>
    internal ValueTask InvokePlainly(in Delivery delivery)
    {
        if (Volatile.Read(ref _isClosed))
            return ValueTask.CompletedTask;

        try
        {
            return _invoker.InvokeAsync(delivery, _context.StopToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    /// <summary>Ends a delivery that the pump began. Whatever is not complete yet is finished by whoever completes it.</summary>
    internal void EndInline(ValueTask task, in Delivery delivery)
    {
        if (task.IsCompletedSuccessfully)
        {
            // Hands a pooled task back to its pool.
            task.GetAwaiter().GetResult();
            return;
        }

        Volatile.Write(ref _running, 1);
        _context.InFlight.Increment();
        _ = FinishAndDrainAsync(task, delivery);
    }

    /// <summary>Notes that the pump was taken away from a call of this target, which is under way from now on.</summary>
    internal void BeginStuck()
    {
        _probation = _nextProbation;
        _nextProbation = Math.Min(_nextProbation * 2, LongestProbation);
        _context.InFlight.Increment();
        // The stuck thread may come back at any time, even before this line: then the count passes through minus one, which nobody looks at.
        lock (_gate)
            _running++;
        _context.Logger.TargetMovedAside(Identity.TargetId, Identity.RuleName, _context.EventBusName);
    }

    /// <summary>Ends a call from which the pump was taken away.</summary>
    internal void EndStuck(ValueTask task, in Delivery delivery) => _ = FinishAndDrainAsync(task, delivery);

    private async Task FinishAndDrainAsync(ValueTask task, Delivery delivery)
    {
        await FinishAsync(task, delivery).ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        while (TryTake(out Delivery delivery))
            await FinishAsync(Invoke(delivery), delivery).ConfigureAwait(false);
    }

    private bool TryTake(out Delivery delivery)
    {
        bool hasDelivery;
        bool hasPublishers;
        lock (_gate)
        {
            hasDelivery = _queue.TryDequeue(out delivery);
            if (!hasDelivery)
                _running--;
            UpdateFull();
            hasPublishers = _queue.HasPublishers;
        }

        if (hasPublishers)
            ReleasePublishers(hasDelivery);
        return hasDelivery;
    }

    private void UpdateFull()
    {
        bool isFull = _makesPublishersWait && _queue.IsFull && !_isClosed;
        if (isFull == _isFull)
            return;
        Volatile.Write(ref _isFull, isFull);
        if (isFull)
            _context.TargetBecameFull();
        else
            _context.TargetHasRoom();
    }

    private void ReleasePublishers(bool freedOne)
    {
        while (true)
        {
            TaskCompletionSource? publisher;
            lock (_gate)
            {
                if (!_queue.TryTakePublisher(freedOne, out publisher))
                    return;
            }

            // A publisher that was cancelled gives its turn to the next.
            if (publisher!.TrySetResult())
                freedOne = false;
        }
    }
}
