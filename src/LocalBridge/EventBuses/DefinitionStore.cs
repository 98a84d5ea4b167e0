using LocalBridge.Rules;
using LocalBridge.Storage;

namespace LocalBridge.EventBuses;

/// <summary>Keeps buses and rules that were made at run time in durable storage. Those that are made in code are made again at each start.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class DefinitionStore(IBridgeStorage storage, PayloadCodec codec, DefinitionChanges changes)
{
    /// <summary>Gets whether anything is written at all.</summary>
    internal bool IsDurable => storage.IsDurable;

    internal ValueTask PutAsync(EventBusDescription eventBus, CancellationToken cancellationToken) => CommitAsync(
        new PutRecord(RecordKinds.EventBus, eventBus.Name, null, codec.Lazy(eventBus, EventBusFormat.Instance)), cancellationToken);

    internal ValueTask RemoveEventBusAsync(string name, CancellationToken cancellationToken) =>
        CommitAsync(new RemoveRecord(RecordKinds.EventBus, name), cancellationToken);

    internal ValueTask PutAsync(RegisteredRule rule, CancellationToken cancellationToken) => CommitAsync(
        new PutRecord(RecordKinds.Rule, KeyOf(rule.EventBusName, rule.Name), null, codec.Lazy(StoredRule.Of(rule), RuleFormat.Instance)), cancellationToken);

    internal ValueTask RemoveRuleAsync(string eventBusName, string name, CancellationToken cancellationToken) =>
        CommitAsync(new RemoveRecord(RecordKinds.Rule, KeyOf(eventBusName, name)), cancellationToken);

    internal async Task<List<EventBusDescription>> ReadEventBusesAsync(CancellationToken cancellationToken)
    {
        var eventBuses = new List<EventBusDescription>();
        await foreach (StoredRecord record in storage.ReadAllAsync(RecordKinds.EventBus, cancellationToken).ConfigureAwait(false))
            eventBuses.Add(codec.Read(record.Payload, EventBusFormat.Instance));
        return eventBuses;
    }

    internal async Task<List<StoredRule>> ReadRulesAsync(CancellationToken cancellationToken)
    {
        var rules = new List<StoredRule>();
        await foreach (StoredRecord record in storage.ReadAllAsync(RecordKinds.Rule, cancellationToken).ConfigureAwait(false))
            rules.Add(codec.Read(record.Payload, RuleFormat.Instance));
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
