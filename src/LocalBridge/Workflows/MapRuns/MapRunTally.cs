using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Counts where the items or child executions of a Map Run stand.</summary>
/// <remarks>Guarded by the lock of its Map Run.</remarks>
internal sealed class MapRunTally
{
    private long _running;
    private long _succeeded;
    private long _failed;
    private long _timedOut;
    private long _aborted;
    private long _written;

    internal long Total { get; set; }

    /// <summary>Gets how many did not end well.</summary>
    internal long Unsuccessful => _failed + _timedOut + _aborted;

    internal void Start(int count) => _running += count;

    internal void End(int count, ExecutionStatus status)
    {
        _running -= count;
        switch (status)
        {
            case ExecutionStatus.Succeeded:
                _succeeded += count;
                break;
            case ExecutionStatus.TimedOut:
                _timedOut += count;
                break;
            case ExecutionStatus.Aborted:
                _aborted += count;
                break;
            default:
                _failed += count;
                break;
        }
    }

    internal void Write() => _written = _succeeded + _failed + _timedOut;

    internal MapRunCounts Count() => new()
    {
        Pending = Total - _running - _succeeded - Unsuccessful,
        Running = _running,
        Succeeded = _succeeded,
        Failed = _failed,
        TimedOut = _timedOut,
        Aborted = _aborted,
        Total = Total,
        ResultsWritten = _written,
    };
}
