namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Knows how many handlers of a case are being called, and how many of those only wait: for virtual time, or for ever.</summary>
/// <remarks>Safe for use from any thread. The host is not idle while a handler is being called, so the runner has to know when nothing but the
/// clock can make it go on.</remarks>
internal sealed class HandlerActivity
{
    // Guards the counts.
    private readonly Lock _lock = new();

    private int _running;
    private int _parked;
    private long _version;

    /// <summary>Gets whether handlers are being called and all of them wait for the clock.</summary>
    public bool IsParked
    {
        get
        {
            lock (_lock)
            {
                return _running > 0 && _running == _parked;
            }
        }
    }

    /// <summary>Gets a number that grows with everything that happens.</summary>
    public long Version
    {
        get
        {
            lock (_lock)
            {
                return _version;
            }
        }
    }

    /// <summary>Counts a handler in, until the result is disposed.</summary>
    public IDisposable Run() => new Leaving(this, running: 1, parked: 0);

    /// <summary>Counts a handler as waiting, until the result is disposed.</summary>
    public IDisposable Park() => new Leaving(this, running: 0, parked: 1);

    private void Change(int running, int parked)
    {
        lock (_lock)
        {
            _running += running;
            _parked += parked;
            _version++;
        }
    }

    private sealed class Leaving : IDisposable
    {
        private readonly HandlerActivity _activity;
        private readonly int _running;
        private readonly int _parked;

        public Leaving(HandlerActivity activity, int running, int parked)
        {
            _activity = activity;
            _running = running;
            _parked = parked;
            activity.Change(running, parked);
        }

        public void Dispose() => _activity.Change(-_running, -_parked);
    }
}
