using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Holds the records of an <see cref="InMemoryStorage"/>.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryRecords
{
    private readonly Dictionary<string, SortedList<string, StoredRecord>> _kinds = new(StringComparer.Ordinal);

    /// <summary>Checks an operation against what is stored and against what comes before it in its batch.</summary>
    internal void Check(string kind, string key, long? expectedVersion, IReadOnlyList<StorageOperation> operations, int index)
    {
        if (expectedVersion is not long expected)
        {
            return;
        }

        long version = Find(kind, key)?.Version ?? 0;
        for (int i = 0; i < index; i++)
        {
            version = operations[i] switch
            {
                PutRecord earlier when earlier.Kind == kind && earlier.Key == key => version + 1,
                RemoveRecord earlier when earlier.Kind == kind && earlier.Key == key => 0,
                _ => version,
            };
        }

        if (version != expected)
        {
            throw new StorageConflictException(key, expected, version);
        }
    }

    internal void Put(PutRecord put)
    {
        if (!_kinds.TryGetValue(put.Kind, out SortedList<string, StoredRecord>? records))
        {
            _kinds.Add(put.Kind, records = new SortedList<string, StoredRecord>(StringComparer.Ordinal));
        }

        long version = records.GetValueOrDefault(put.Key)?.Version ?? 0;
        records[put.Key] = new StoredRecord(put.Key, version + 1, put.Payload.Keep());
    }

    internal void Remove(RemoveRecord remove) => _kinds.GetValueOrDefault(remove.Kind)?.Remove(remove.Key);

    internal ImmutableArray<StoredRecord> Read(string kind, string? afterKey, int count) => _kinds.TryGetValue(kind, out SortedList<string, StoredRecord>? records)
        ? [.. records.Values.SkipWhile(record => afterKey is not null && string.CompareOrdinal(record.Key, afterKey) <= 0).Take(count)]
        : [];

    private StoredRecord? Find(string kind, string key) => _kinds.GetValueOrDefault(kind)?.GetValueOrDefault(key);
}
