using System.Collections.Concurrent;
using LocalBridge.Diagnostics;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;
using LocalBridge.Storage;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Targets.Recording;

/// <summary>Writes deliveries to durable storage: before the event is accepted, and again when each is finished.</summary>
/// <remarks>
/// <para>One entry holds an event and the list of what is still to be delivered of it. It goes with the last delivery.</para>
/// <para>Safe for use from any thread.</para>
/// </remarks>
internal sealed class StorageDeliveryLog(
    IBridgeStorage storage, PayloadCodec codec, TimeProvider timeProvider, ILogger logger, CancellationToken stopToken) : IDeliveryLog
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string EventBusName, Guid EventId), RecordedEvent> _recorded = new();

    /// <summary>Entries whose commit failed, and which may be in storage nevertheless: they go with the next commit.</summary>
    private readonly ConcurrentQueue<string> _refused = new();

    public bool IsDurable => true;

    public async ValueTask AcceptAsync(EventEnvelope envelope, string eventBusName, DispatchTarget[] targets, CancellationToken cancellationToken)
    {
        var deliveries = new List<PendingDelivery>(targets.Length);
        foreach (DispatchTarget target in targets)
        {
            if (target.IsRecorded)
                deliveries.Add(new PendingDelivery(target.Identity.RuleName, target.Identity.TargetId, 0));
        }

        // Nobody but handlers of this process: what they miss when it ends, they miss anyway.
        if (deliveries.Count == 0)
            return;

        string entryId = $"{eventBusName}/{envelope.Guid:N}";
        var recorded = new RecordedEvent(entryId, envelope.TraceHeader, deliveries);
        StorageBatch batch = CreateBatch();
        batch.Add(new AppendEntry(
            StreamNames.Deliveries, entryId, envelope.IngestionTime, codec.Of(envelope.ToUtf8()), codec.Lazy(recorded, PendingDeliveriesFormat.Instance)));
        _recorded[(eventBusName, envelope.Guid)] = recorded;
        try
        {
            await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _recorded.TryRemove((eventBusName, envelope.Guid), out _);
            Refuse(batch, entryId);
            if (exception is OperationCanceledException)
                throw;
            throw StorageUnavailableException.NotAccepted($"The event '{envelope.Id}'", exception);
        }
    }

    public ValueTask CompleteAsync(EventEnvelope envelope, TargetIdentity target)
    {
        StorageBatch batch = CreateBatch();
        AddCompletion(batch, envelope, target);
        return CommitUntilDoneAsync(batch);
    }

    public async ValueTask NoteAttemptsAsync(EventEnvelope envelope, TargetIdentity target, int attempts)
    {
        if (!_recorded.TryGetValue((target.EventBusName, envelope.Guid), out RecordedEvent? recorded))
            return;
        recorded.NoteAttempts(target.RuleName, target.TargetId, attempts);
        var batch = new StorageBatch();
        batch.Add(new UpdateEntry(StreamNames.Deliveries, recorded.EntryId, codec.Lazy(recorded, PendingDeliveriesFormat.Instance)));
        try
        {
            // Not given up at shutdown: the attempt was made.
            await storage.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.DeliveryNotRecorded(exception, envelope.Guid, target.TargetId, target.RuleName, target.EventBusName);
        }
    }

    public async ValueTask<string?> DeadLetterAsync(TargetIdentity target, DeadLetter letter, string queueArn)
    {
        string letterId = $"{target.EventBusName}/{letter.Event.Guid:N}/{target.RuleName}/{target.TargetId}";
        StorageBatch batch = CreateBatch();
        batch.Add(new AppendEntry(
            StreamNames.DeadLetters,
            letterId,
            timeProvider.GetUtcNow(),
            codec.Of(letter.Event.ToUtf8()),
            codec.Lazy(new RecordedDeadLetter(queueArn, letter), DeadLetterFormat.Instance)));
        AddCompletion(batch, letter.Event, target);
        await CommitUntilDoneAsync(batch).ConfigureAwait(false);
        return letterId;
    }

    public ValueTask CompleteDeadLetterAsync(string letterId)
    {
        StorageBatch batch = CreateBatch();
        batch.Add(new RemoveEntry(StreamNames.DeadLetters, letterId));
        return CommitUntilDoneAsync(batch);
    }

    /// <summary>Takes over an event that was read back.</summary>
    internal void Restore(string eventBusName, EventEnvelope envelope, RecordedEvent recorded) => _recorded[(eventBusName, envelope.Guid)] = recorded;

    private void AddCompletion(StorageBatch batch, EventEnvelope envelope, TargetIdentity target)
    {
        (string EventBusName, Guid Guid) key = (target.EventBusName, envelope.Guid);
        if (!_recorded.TryGetValue(key, out RecordedEvent? recorded))
            return;

        // Another delivery of the event may have ended whose commit is still under way. Should only this one take effect, nothing is lost:
        // its target has the event.
        if (recorded.Complete(target.RuleName, target.TargetId))
        {
            _recorded.TryRemove(key, out _);
            batch.Add(new RemoveEntry(StreamNames.Deliveries, recorded.EntryId));
        }
        else
        {
            batch.Add(new UpdateEntry(StreamNames.Deliveries, recorded.EntryId, codec.Lazy(recorded, PendingDeliveriesFormat.Instance)));
        }
    }

    private StorageBatch CreateBatch()
    {
        var batch = new StorageBatch();
        while (_refused.TryDequeue(out string? entryId))
            batch.Add(new RemoveEntry(StreamNames.Deliveries, entryId));
        return batch;
    }

    private void Refuse(StorageBatch failed, string entryId)
    {
        foreach (StorageOperation operation in failed.Operations)
        {
            if (operation is RemoveEntry remove)
                _refused.Enqueue(remove.Id);
        }

        _refused.Enqueue(entryId);
    }

    private async ValueTask CommitUntilDoneAsync(StorageBatch batch)
    {
        if (batch.Operations.Count == 0)
            return;

        // Whoever waits here holds a place of its target, so that nothing more is delivered than can be recorded.
        for (TimeSpan delay = FirstRetryDelay; ; delay = delay * 2 < LongestRetryDelay ? delay * 2 : LongestRetryDelay)
        {
            try
            {
                await storage.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!stopToken.IsCancellationRequested)
            {
                logger.AcknowledgementFailed(exception);
                await Task.Delay(delay, timeProvider, stopToken).ConfigureAwait(false);
            }
        }
    }
}
