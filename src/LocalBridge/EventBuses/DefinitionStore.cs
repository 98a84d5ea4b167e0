using LocalBridge.Storage;

namespace LocalBridge.EventBuses;

/// <summary>Keeps buses and rules that were made at run time in durable storage. Those that are made in code are made again at each start.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class DefinitionStore(IBridgeStorage storage, PayloadCodec codec, DefinitionChanges changes)
{
    /// <summary>Gets whether anything is written at all.</summary>
    internal bool IsDurable => storage.IsDurable;

    /// <exception cref="StorageConflictException">It is stored already.</exception>
    internal ValueTask PutAsync(EventBusDescription eventBus, CancellationToken cancellationToken) => CommitAsync(
        new PutRecord(RecordKinds.EventBus, eventBus.Name, 0, codec.Lazy(eventBus, EventBusFormat.Instance)), cancellationToken);

    internal ValueTask RemoveEventBusAsync(string name, CancellationToken cancellationToken) =>
        CommitAsync(new RemoveRecord(RecordKinds.EventBus, name), cancellationToken);

    /// <param name="rule">The rule.</param>
    /// <param name="expectedVersion">The version that it was made of; 0 for a new one; null for whatever is stored.</param>
    /// <param name="cancellationToken">Gives the commit up.</param>
    /// <exception cref="StorageConflictException">Another version is stored.</exception>
    internal ValueTask PutAsync(StoredRule rule, long? expectedVersion, CancellationToken cancellationToken) => CommitAsync(
        new PutRecord(RecordKinds.Rule, KeyOf(rule.EventBusName, rule.Request.Name), expectedVersion, codec.Lazy(rule, RuleFormat.Instance)), cancellationToken);

    /// <exception cref="StorageConflictException">Another version is stored.</exception>
    internal ValueTask RemoveRuleAsync(string eventBusName, string name, long? expectedVersion, CancellationToken cancellationToken) =>
        CommitAsync(new RemoveRecord(RecordKinds.Rule, KeyOf(eventBusName, name), expectedVersion), cancellationToken);

    internal async Task<List<EventBusDescription>> ReadEventBusesAsync(CancellationToken cancellationToken)
    {
        var eventBuses = new List<EventBusDescription>();
        await foreach (StoredRecord record in storage.ReadAllAsync(RecordKinds.EventBus, cancellationToken).ConfigureAwait(false))
            eventBuses.Add(codec.Read(record.Payload, EventBusFormat.Instance));
        return eventBuses;
    }

    internal async Task<List<(StoredRule Rule, long Version)>> ReadRulesAsync(CancellationToken cancellationToken)
    {
        var rules = new List<(StoredRule Rule, long Version)>();
        await foreach (StoredRecord record in storage.ReadAllAsync(RecordKinds.Rule, cancellationToken).ConfigureAwait(false))
            rules.Add((codec.Read(record.Payload, RuleFormat.Instance), record.Version));
        return rules;
    }

    private static string KeyOf(string eventBusName, string ruleName) => $"{eventBusName}/{ruleName}";

    private async ValueTask CommitAsync(StorageOperation operation, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch();
        batch.Add(operation);
        await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        changes.OnCommitted();
    }
}
