using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Holds the state machines of an <see cref="InMemoryStorage"/>. Old revisions need no place: the state of an open execution holds its own.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryStateMachines
{
    private readonly OrderedDictionary<string, StateMachineRecord> _records = new(StringComparer.Ordinal);

    internal void Check(PutStateMachine put)
    {
        long expected = put.StateMachine.Revision - 1;
        long stored = _records.TryGetValue(put.StateMachine.StateMachineArn, out StateMachineRecord? record) ? record.Revision : 0;
        if (stored != expected)
        {
            throw new StorageConflictException(put.StateMachine.StateMachineArn, expected, stored);
        }
    }

    internal void Put(StateMachineRecord record) => _records[record.StateMachineArn] = record;

    internal void Remove(string stateMachineArn) => _records.Remove(stateMachineArn);

    internal ImmutableArray<StateMachineRecord> Read() => [.. _records.Values];
}
