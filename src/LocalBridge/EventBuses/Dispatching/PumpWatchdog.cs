namespace LocalBridge.EventBuses.Dispatching;

/// <summary>
/// Looks at a busy pump every few milliseconds and takes it away from a handler that it saw twice in the same call. Sleeps while the pump does.
/// </summary>
/// <remarks>
/// Runs on the system's clock even under virtual time: a blocked thread is a fact of the machine, not of the simulated world.
/// </remarks>
internal sealed class PumpWatchdog(EventPump pump) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LatestLook = Period * 1.5;

    private readonly Lock _gate = new();

    /// <summary>Guarded by <see cref="_gate"/>, as are the two below; <see cref="_isArmed"/> is read without it as a hint.</summary>
    private ITimer? _timer;

    private bool _isArmed;

    private bool _isDisposed;

    /// <summary>The ticket seen last; only the timer touches it.</summary>
    private long _lastTicket;

    /// <summary>When the pump was looked at last; only the timer touches it.</summary>
    private long _lastLook;

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
            _timer = null;
        }
    }

    internal void Arm()
    {
        if (Volatile.Read(ref _isArmed))
            return;
        lock (_gate)
        {
            if (_isArmed || _isDisposed)
                return;
            _isArmed = true;
            if (_timer is null)
            {
                using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
                    _timer = TimeProvider.System.CreateTimer(static state => ((PumpWatchdog)state!).Look(), this, Period, Period);
            }
            else
            {
                _timer.Change(Period, Period);
            }
        }
    }

    private void Look()
    {
        long ticket = pump.Ticket;
        long now = TimeProvider.System.GetTimestamp();
        bool isInsideHandler = (ticket & 1) != 0;
        // A look that comes late means that the machine is busy; then the pump may just not have been given a processor.
        bool isOnTime = TimeProvider.System.GetElapsedTime(_lastLook, now) < LatestLook;
        _lastLook = now;
        if (isInsideHandler && isOnTime && ticket == _lastTicket)
            pump.TakeOver(ticket);
        else if (!isInsideHandler && !pump.IsActive)
            Disarm();
        _lastTicket = ticket;
    }

    private void Disarm()
    {
        lock (_gate)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _isArmed, false);
        }

        // The pump may have become active between the look and the disarming, and then it saw the watchdog armed.
        Interlocked.MemoryBarrier();
        if (pump.IsActive)
            Arm();
    }
}
