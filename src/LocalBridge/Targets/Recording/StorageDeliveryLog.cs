using System.Collections.Immutable;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Storage;

namespace LocalBridge.Targets.Recording;

/// <summary>Writes deliveries to durable storage: before the event is accepted, and again when each is finished.</summary>
internal sealed class StorageDeliveryLog(IBridgeStorage storage) : IDeliveryLog
{
    public bool IsDurable => true;

    public ValueTask AcceptAsync(EventEnvelope envelope, string eventBusName, DispatchTarget[] targets, CancellationToken cancellationToken)
    {
        ImmutableArray<DeliveryRecord> deliveries =
        [
            .. targets.Where(static target => target.IsRecorded).Select(target => Record(envelope, target.Identity)),
        ];
        // Nobody but handlers of this process: what they miss when it ends, they miss anyway.
        if (deliveries.IsEmpty)
            return ValueTask.CompletedTask;

        var batch = new StorageBatch();
        batch.Add(new AcceptEvent(new EventRecord(envelope.Guid, eventBusName, envelope.IngestionTime, envelope.ToUtf8()), deliveries));
        return storage.CommitAsync(batch, cancellationToken);
    }

    public ValueTask CompleteAsync(EventEnvelope envelope, TargetIdentity target)
    {
        var batch = new StorageBatch();
        batch.Add(new CompleteDelivery(Record(envelope, target)));
        return storage.CommitAsync(batch, CancellationToken.None);
    }

    private static DeliveryRecord Record(EventEnvelope envelope, TargetIdentity target) =>
        new(envelope.Guid, target.EventBusName, target.RuleName, target.TargetId);
}
