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

    private volatile bool _isReady = true;

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

    internal required DefinitionStore Definitions { get; init; }

    /// <summary>Gets or sets what starts the host; null when nothing has to be read before buses can be used.</summary>
    internal Func<CancellationToken, Task>? Start { get; set; }

    /// <summary>Gets or sets whether the rules are those that storage holds. Otherwise the host must be started first.</summary>
    internal bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    /// <summary>Gets whether new events are refused. Whoever accepts an event counts it in flight before looking here.</summary>
    internal bool IsClosed => _isClosed;

    /// <summary>Completes when the host has started, if it must.</summary>
    internal Task ReadyAsync(CancellationToken cancellationToken) => IsReady ? Task.CompletedTask : Start!(cancellationToken);

    internal void Close()
    {
        _isClosed = true;
        Interlocked.MemoryBarrier();
    }
}
