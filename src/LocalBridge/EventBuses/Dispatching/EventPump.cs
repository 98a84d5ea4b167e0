using System.Threading.Channels;
using LocalBridge.Diagnostics;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// Carries the accepted events of one bus to their targets, in order, on one thread at a time. It is a work item of the thread pool while there is
/// something to do and nothing at all otherwise.
/// </summary>
/// <remarks>
/// <para>The pump never waits for a target. A handler that returns a task that is not complete is finished elsewhere (<see cref="DispatchTarget"/>).</para>
/// <para>
/// A handler that does not even return is noticed by <see cref="PumpWatchdog"/>, which takes the pump away from the stuck thread: another thread
/// goes on behind that handler, and the stuck one, should it ever come back, belongs to its target only. <see cref="_ticket"/> decides who
/// owns the pump: it is odd while the owner is inside a handler, and whoever moves it on from there, the owner or the watchdog, is the owner.
/// </para>
/// </remarks>
internal sealed class EventPump : IThreadPoolWorkItem, IDisposable
{
    private readonly Channel<DispatchItem> _channel;

    private readonly DispatchContext _context;

    private readonly PumpWatchdog _watchdog;

    /// <summary>1 while a thread carries events or is about to.</summary>
    private int _isActive;

    /// <summary>What is being carried; only the owner touches it, and ownership passes through <see cref="_ticket"/>.</summary>
    private DispatchItem _item;

    /// <summary>The position of the next target of <see cref="_item"/>; owned like it.</summary>
    private int _next;

    private long _ticket;

    internal EventPump(DispatchContext context, int capacity)
    {
        _context = context;
        _channel = Channel.CreateBounded<DispatchItem>(new BoundedChannelOptions(capacity)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = false,
        });
        _watchdog = new PumpWatchdog(this);
    }

    /// <summary>Gets how many events wait to be carried.</summary>
    internal int Count => _channel.Reader.Count;

    internal bool IsActive => Volatile.Read(ref _isActive) != 0;

    internal long Ticket => Volatile.Read(ref _ticket);

    void IThreadPoolWorkItem.Execute() => Run();

    /// <summary>Ends the watch over the pump. Events that are still there are carried nevertheless.</summary>
    public void Dispose() => _watchdog.Dispose();

    internal bool TryEnqueue(in DispatchItem item)
    {
        if (!_channel.Writer.TryWrite(item))
            return false;
        Activate();
        return true;
    }

    internal async ValueTask EnqueueAsync(DispatchItem item, CancellationToken cancellationToken)
    {
        await _channel.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        Activate();
    }

    /// <summary>Takes the pump from a thread that has been inside one handler since <paramref name="ticket"/> was read.</summary>
    internal void TakeOver(long ticket)
    {
        if (Interlocked.CompareExchange(ref _ticket, ticket + 1, ticket) != ticket)
            return;
        _item.Targets[_next - 1].BeginStuck();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Activate()
    {
        // The write to the channel comes before this read, and the pump looks at the channel after it has cleared the flag: one of both sees the other.
        if (Volatile.Read(ref _isActive) != 0 || Interlocked.CompareExchange(ref _isActive, 1, 0) != 0)
            return;
        _watchdog.Arm();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Run()
    {
        while (true)
        {
            if (_item.Event is not null && !Carry())
                return;
            if (_channel.Reader.TryRead(out _item))
            {
                _next = 0;
                continue;
            }

            Interlocked.Exchange(ref _isActive, 0);
            if (_channel.Reader.Count == 0 || Interlocked.CompareExchange(ref _isActive, 1, 0) != 0)
                return;
        }
    }

    /// <summary>Offers the current event to its remaining targets.</summary>
    /// <returns><see langword="false"/> when the pump was taken away meanwhile.</returns>
    private bool Carry()
    {
        DispatchTarget[] targets = _item.Targets;
        // Asked once for an event, not for each of its targets.
        bool isPlain = !DeliveryTelemetry.IsObserved && !_context.StopToken.IsCancellationRequested;
        while (_next < targets.Length)
        {
            DispatchTarget target = targets[_next++];
            var delivery = new Delivery(_item.Event, _item.Trail);
            if (!target.CanRunInline)
                target.Post(delivery);
            else if (!RunInline(target, delivery, isPlain))
                return false;
        }

        _item = default;
        _context.InFlight.Decrement();
        return true;
    }

    private bool RunInline(DispatchTarget target, in Delivery delivery, bool isPlain)
    {
        long ticket = _ticket + 1;
        Volatile.Write(ref _ticket, ticket);
        ValueTask task = isPlain ? target.InvokePlainly(delivery) : target.Invoke(delivery);
        if (Interlocked.CompareExchange(ref _ticket, ticket + 1, ticket) != ticket)
        {
            target.EndStuck(task, delivery);
            return false;
        }

        target.EndInline(task, delivery);
        return true;
    }
}
