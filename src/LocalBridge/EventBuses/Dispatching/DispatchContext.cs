using LocalBridge.Targets;
using LocalBridge.Targets.Recording;
using Microsoft.Extensions.Logging;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>What the pump and the targets of one bus share.</summary>
internal sealed class DispatchContext
{
    /// <summary>How many targets of the bus make publishers wait at the moment.</summary>
    private int _fullTargets;

    internal required string EventBusName { get; init; }

    internal required EventBusOptions Options { get; init; }

    internal required TimeProvider TimeProvider { get; init; }

    internal required ILogger Logger { get; init; }

    internal required InFlightCounter InFlight { get; init; }

    internal required DeadLetterQueues DeadLetterQueues { get; init; }

    internal required IDeliveryLog DeliveryLog { get; init; }

    /// <summary>Gets the source of jitter.</summary>
    internal required Func<double> Random { get; init; }

    /// <summary>Gets what is cancelled when the host gives up waiting for targets.</summary>
    internal required CancellationToken StopToken { get; init; }

    internal bool HasFullTargets => Volatile.Read(ref _fullTargets) != 0;

    internal void TargetBecameFull() => Interlocked.Increment(ref _fullTargets);

    internal void TargetHasRoom() => Interlocked.Decrement(ref _fullTargets);
}
