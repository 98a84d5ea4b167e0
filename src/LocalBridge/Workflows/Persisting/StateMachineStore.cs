using System.Globalization;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Keeps state machines in storage. Revisions that are no longer current stay as long as an open execution may be bound to them.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class StateMachineStore(IBridgeStorage storage, PayloadCodec codec, DefinitionChanges changes)
{
    internal async Task<List<StateMachineRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        var records = new List<StateMachineRecord>();
        await foreach (StoredRecord stored in storage.ReadAllAsync(RecordKinds.StateMachine, cancellationToken).ConfigureAwait(false))
        {
            records.Add(codec.Read(stored.Payload, StateMachineFormat.Instance));
        }

        return records;
    }

    /// <param name="record">The new revision.</param>
    /// <param name="replaced">The one that was current until now.</param>
    /// <param name="cancellationToken">Gives the commit up.</param>
    internal async ValueTask PutAsync(StateMachineRecord record, StateMachineRecord? replaced, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch();
        Keep(batch, replaced);
        batch.Add(new PutRecord(
            RecordKinds.StateMachine, record.StateMachineArn, record.Revision - 1, codec.Lazy(record, StateMachineFormat.Instance)));
        await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        changes.OnCommitted();
    }

    internal async ValueTask RemoveAsync(StateMachineRecord? removed, CancellationToken cancellationToken)
    {
        if (removed is null)
        {
            return;
        }

        var batch = new StorageBatch();
        Keep(batch, removed);
        batch.Add(new RemoveRecord(RecordKinds.StateMachine, removed.StateMachineArn, removed.Revision));
        await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        changes.OnCommitted();
    }

    /// <summary>Reads the revisions that are not current.</summary>
    internal async Task<Dictionary<(string Arn, StateMachineRevisionKey Key), StateMachineDefinition>> ReadRevisionsAsync(CancellationToken cancellationToken)
    {
        var definitions = new Dictionary<(string Arn, StateMachineRevisionKey Key), StateMachineDefinition>();
        await foreach (StoredRecord stored in storage.ReadAllAsync(RecordKinds.StateMachineRevision, cancellationToken).ConfigureAwait(false))
        {
            StateMachineRecord record = codec.Read(stored.Payload, StateMachineFormat.Instance);
            definitions[(record.StateMachineArn, record.RevisionKey)] = StateMachineDefinition.Parse(record.Definition);
        }

        return definitions;
    }

    /// <summary>Removes revisions that no open execution is bound to any more.</summary>
    internal ValueTask RemoveRevisionsAsync(IEnumerable<(string Arn, StateMachineRevisionKey Key)> revisions, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch();
        foreach ((string arn, StateMachineRevisionKey key) in revisions)
        {
            batch.Add(new RemoveRecord(RecordKinds.StateMachineRevision, KeyOf(arn, key)));
        }

        return batch.Operations.Count == 0 ? ValueTask.CompletedTask : storage.CommitAsync(batch, cancellationToken);
    }

    private static string KeyOf(string stateMachineArn, StateMachineRevisionKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{stateMachineArn}#{key.Number}@{key.Date.UtcTicks}");

    private void Keep(StorageBatch batch, StateMachineRecord? revision)
    {
        // In memory an open execution holds the definition itself.
        if (revision is not null && storage.IsDurable)
        {
            batch.Add(new PutRecord(
                RecordKinds.StateMachineRevision,
                KeyOf(revision.StateMachineArn, revision.RevisionKey),
                expectedVersion: null,
                codec.Lazy(revision, StateMachineFormat.Instance)));
        }
    }
}
