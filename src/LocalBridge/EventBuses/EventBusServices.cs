using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Identity;
using LocalBridge.Targets;
using LocalBridge.Targets.Invoking;
using LocalBridge.Targets.Recording;
using Microsoft.Extensions.Logging;

namespace LocalBridge.EventBuses;

/// <summary>What all buses of a host share.</summary>
internal sealed class EventBusServices
{
    private volatile bool _isClosed;

    internal required ResourceNames Names { get; init; }

    internal required EventOrigin Origin { get; init; }

    internal required EventBusOptions Options { get; init; }

    internal required TimeProvider TimeProvider { get; init; }

    internal required IIdentifierSource Identifiers { get; init; }

    internal required ILoggerFactory LoggerFactory { get; init; }

    internal required InFlightCounter InFlight { get; init; }

    internal required HandlerRegistry Handlers { get; init; }

    internal required DeadLetterQueues DeadLetterQueues { get; init; }

    internal required IDeliveryLog DeliveryLog { get; init; }

    internal required CancellationToken StopToken { get; init; }

    /// <summary>Gets whether new events are refused. Whoever accepts an event counts it in flight before looking here.</summary>
    internal bool IsClosed => _isClosed;

    internal void Close()
    {
        _isClosed = true;
        Interlocked.MemoryBarrier();
    }
}
