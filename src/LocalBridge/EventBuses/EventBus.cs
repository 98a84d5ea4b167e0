using LocalBridge.Diagnostics;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Rules;
using LocalBridge.Targets;
using Microsoft.Extensions.Logging;

namespace LocalBridge.EventBuses;

/// <summary>One bus: its rules, its pump, and the way of an event from acceptance to the pump.</summary>
internal sealed partial class EventBus : IEventBus, IDisposable
{
    private readonly EventBusServices _services;

    private readonly DispatchContext _context;

    private readonly EventPump _pump;

    private readonly ILogger _logger;

    private readonly EventBusRegistry _registry;

    private volatile bool _isDeleted;

    internal EventBus(string name, string? description, EventBusServices services, EventBusRegistry registry, DateTimeOffset? creationTime = null)
    {
        Name = name;
        Arn = services.Names.EventBusArn(name);
        _services = services;
        _registry = registry;
        _logger = services.LoggerFactory.CreateLogger("LocalBridge.EventBuses");
        DateTimeOffset now = creationTime ?? services.TimeProvider.GetUtcNow();
        Description = new EventBusDescription { Name = name, Arn = Arn, Description = description, CreationTime = now, LastModifiedTime = now };
        var random = new Random(unchecked((int)services.Identifiers.NewSeed()));
        _context = new DispatchContext
        {
            EventBusName = name,
            Options = services.Options,
            TimeProvider = services.TimeProvider,
            Logger = services.LoggerFactory.CreateLogger("LocalBridge.Targets"),
            InFlight = services.InFlight,
            DeadLetterQueues = services.DeadLetterQueues,
            DeliveryLog = services.DeliveryLog,
            Random = () =>
            {
                lock (random)
                    return random.NextDouble();
            },
            StopToken = services.StopToken,
        };
        _pump = new EventPump(_context, services.Options.Capacity);
    }

    public string Name { get; }

    public string Arn { get; }

    internal EventBusDescription Description { get; }

    internal RuleTable Rules { get; } = new();

    /// <summary>Gets how many events wait to be offered to their targets, plus how many deliveries wait for theirs.</summary>
    internal long QueueDepth
    {
        get
        {
            long depth = _pump.Count;
            foreach (RegisteredRule rule in Rules.Rules.Values)
            {
                foreach (RuleTarget target in rule.Targets)
                    depth += target.Dispatch?.QueueLength ?? 0;
            }

            return depth;
        }
    }

    public void Dispose()
    {
        _isDeleted = true;
        _pump.Dispose();
    }

    /// <summary>Completes when nothing that was accepted is undelivered, on any bus of the host.</summary>
    internal Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _services.InFlight.WaitForZeroAsync(cancellationToken);

    internal DispatchTarget CreateTarget(TargetIdentity identity, TargetInvoker invoker, Target target, bool isRecorded) =>
        new(_context, identity, invoker, target, isRecorded);

    /// <summary>Takes an event that another bus has accepted. Not refused during shutdown: it is part of what was accepted.</summary>
    internal ValueTask ForwardAsync(EventEnvelope envelope, BusTrail? trail, CancellationToken cancellationToken)
    {
        if (BusTrail.Contains(trail, Name))
        {
            _logger.EventLoopStopped(envelope.Guid, Name);
            return ValueTask.CompletedTask;
        }

        ValueTask<PublishResult> accepted = AcceptAsync(envelope, trail, isForwarded: true, cancellationToken);
        return accepted.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(accepted.AsTask());
    }

    /// <summary>Matches an event and hands it to the pump. The event is accepted when this completes, and not at all when it fails.</summary>
    private ValueTask<PublishResult> AcceptAsync(EventEnvelope envelope, BusTrail? trail, bool isForwarded, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<PublishResult>(cancellationToken);
        if (!_services.IsReady)
            return AcceptAfterStartAsync(envelope, trail, isForwarded, cancellationToken);

        // Counted first, looked at second: disposal closes first and looks at the count second, so no event slips through between them.
        _services.InFlight.Increment();
        DispatchTarget[] targets;
        try
        {
            if (!isForwarded)
                ThrowIfClosed();
            targets = Rules.Matcher.Match(envelope);
        }
        catch
        {
            _services.InFlight.Decrement();
            throw;
        }

        DispatchItem item = new(envelope, targets, trail);
        if (targets.Length == 0)
            _services.InFlight.Decrement();
        else if (_context.HasFullTargets || _services.DeliveryLog.IsDurable || !_pump.TryEnqueue(item))
            return AcceptSlowlyAsync(item, cancellationToken);

        Report(item);
        return new ValueTask<PublishResult>(new PublishResult(envelope.Guid));
    }

    private async ValueTask<PublishResult> AcceptAfterStartAsync(
        EventEnvelope envelope, BusTrail? trail, bool isForwarded, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        await _services.Start!(cancellationToken).ConfigureAwait(false);
        return await AcceptAsync(envelope, trail, isForwarded, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<PublishResult> AcceptSlowlyAsync(DispatchItem item, CancellationToken cancellationToken)
    {
        bool isAccepted = false;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _services.StopToken);
        try
        {
            foreach (DispatchTarget target in item.Targets)
            {
                if (target.IsFull)
                    await target.WaitForRoomAsync(wait.Token).ConfigureAwait(false);
            }

            if (_services.DeliveryLog.IsDurable)
            {
                await _services.DeliveryLog.AcceptAsync(item.Event, Name, item.Targets, wait.Token).ConfigureAwait(false);
                // Committed means accepted: from here on the caller's token must not undo it.
                isAccepted = true;
                await _pump.EnqueueAsync(item, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await _pump.EnqueueAsync(item, wait.Token).ConfigureAwait(false);
                isAccepted = true;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(IEventBus), "The host was disposed while the event waited for room; it was not accepted.");
        }
        finally
        {
            if (!isAccepted)
                _services.InFlight.Decrement();
        }

        Report(item);
        return new PublishResult(item.Event.Guid);
    }

    private void Report(in DispatchItem item)
    {
        DeliveryTelemetry.Published(Name, item.Targets.Length);
        _logger.EventAccepted(item.Event.Guid, item.Event.Source, item.Event.DetailType, Name, item.Targets.Length);
    }

    private void ThrowIfClosed()
    {
        ObjectDisposedException.ThrowIf(_services.IsClosed, typeof(IEventBus));
        if (_isDeleted)
            throw new Errors.ResourceNotFoundException(Name, EventBusMessages.DoesNotExist(Name));
    }
}
