using LocalBridge.Diagnostics;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Rules;
using LocalBridge.Storage;
using LocalBridge.Targets.Recording;
using Microsoft.Extensions.Logging;

namespace LocalBridge.EventBuses;

/// <summary>Goes on with the deliveries and dead letters of the buses that belong to nobody: those of a process that has ended.</summary>
internal sealed class DeliveryRecovery(
    EventBusServices services, EventBusRegistry eventBuses, IBridgeStorage storage, PayloadCodec codec, StorageDeliveryLog log)
{
    private readonly ILogger _logger = services.LoggerFactory.CreateLogger("LocalBridge.Targets");

    /// <summary>Hands everything to its targets, at the pace at which they have room. Never throws.</summary>
    internal async Task RunAsync()
    {
        services.InFlight.Increment();
        int events = 0;
        int deliveries = 0;
        int letters = 0;
        try
        {
            await foreach (StoredEntry entry in storage.ClaimEntriesAsync(StreamNames.Deliveries, services.StopToken).ConfigureAwait(false))
            {
                events++;
                deliveries += await RecoverAsync(entry).ConfigureAwait(false);
            }

            await foreach (StoredEntry entry in storage.ClaimEntriesAsync(StreamNames.DeadLetters, services.StopToken).ConfigureAwait(false))
            {
                letters++;
                await SendAsync(entry).ConfigureAwait(false);
            }

            if (events + letters > 0)
                _logger.DeliveriesRecovered(deliveries, events, letters);
        }
        catch (OperationCanceledException) when (services.StopToken.IsCancellationRequested)
        {
            // The host stops; what was not handed over stays in storage.
        }
        catch (Exception exception)
        {
            _logger.DeliveryRecoveryFailed(exception);
        }
        finally
        {
            services.InFlight.Decrement();
        }
    }

    private async ValueTask<int> RecoverAsync(StoredEntry entry)
    {
        RecordedEvent stored = codec.Read(entry.State, PendingDeliveriesFormat.Instance);
        EventEnvelope envelope = EventEnvelopeReader.Read(services.Origin, codec.ReadBytes(entry.Payload), entry.Time, stored.TraceHeader);
        string eventBusName = entry.Id[..entry.Id.LastIndexOf('/')];
        IReadOnlyList<PendingDelivery> pending = stored.Deliveries;
        log.Restore(eventBusName, envelope, new RecordedEvent(entry.Id, stored.TraceHeader, pending));
        foreach (PendingDelivery delivery in pending)
        {
            RuleTarget? target = Find(eventBusName, delivery);
            if (target?.Dispatch is { IsRecorded: true } dispatch)
            {
                if (dispatch.IsFull)
                    await dispatch.WaitForRoomAsync(services.StopToken).ConfigureAwait(false);
                dispatch.Recover(new Delivery(envelope, null), delivery.Attempts);
            }
            else if (target is { Dispatch: null })
            {
                // Another process, or this one with other code, may be able to.
                _logger.DeliveryOutOfReach(envelope.Guid, delivery.TargetId, delivery.RuleName, eventBusName);
            }
            else
            {
                _logger.DeliveryWithoutTarget(envelope.Guid, delivery.TargetId, delivery.RuleName, eventBusName);
                await log.CompleteAsync(
                    envelope, new TargetIdentity(eventBusName, delivery.RuleName, string.Empty, delivery.TargetId, string.Empty)).ConfigureAwait(false);
            }
        }

        return pending.Count;
    }

    private RuleTarget? Find(string eventBusName, PendingDelivery delivery) =>
        eventBuses.Find(eventBusName) is { } eventBus && eventBus.Rules.TryGet(delivery.RuleName, out RegisteredRule? rule)
            ? rule.Targets.FirstOrDefault(target => target.Definition.Id == delivery.TargetId)
            : null;

    private async ValueTask SendAsync(StoredEntry entry)
    {
        ReadOnlyMemory<byte> utf8Event = codec.ReadBytes(entry.Payload);
        RecordedDeadLetter recorded = DeadLetterFormat.Read(
            codec.ReadBytes(entry.State).Span, trace => EventEnvelopeReader.Read(services.Origin, utf8Event, entry.Time, trace));
        if (await services.DeadLetterQueues.TrySendAsync(recorded.QueueArn, recorded.Letter, _logger, isRecorded: true, services.StopToken).ConfigureAwait(false))
            await log.CompleteDeadLetterAsync(entry.Id).ConfigureAwait(false);
    }
}
