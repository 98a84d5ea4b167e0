using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Holds the entries of the streams of an <see cref="InMemoryStorage"/>.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryStreams
{
    private readonly Dictionary<string, Entries> _streams = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private long _lastSequence;
    private long _lastUnowned; // entries up to here can be claimed

    /// <summary>Lets everything that is there belong to nobody.</summary>
    internal void BeginOwner()
    {
        _lastUnowned = _lastSequence;
        _claimed.Clear();
    }

    internal ImmutableArray<StoredEntry> Claim(string stream) =>
        _claimed.Add(stream) && _streams.TryGetValue(stream, out Entries? entries)
            ? [.. entries.BySequence.Values.TakeWhile(entry => entry.Sequence <= _lastUnowned)]
            : [];

    internal void Append(AppendEntry append)
    {
        if (!_streams.TryGetValue(append.Stream, out Entries? entries))
        {
            _streams.Add(append.Stream, entries = new Entries());
        }

        if (!entries.ById.ContainsKey(append.Id))
        {
            var entry = new StoredEntry(++_lastSequence, append.Id, append.Time, append.Payload.Keep(), append.State.Keep());
            entries.ById.Add(append.Id, entry.Sequence);
            entries.BySequence.Add(entry.Sequence, entry);
        }
    }

    internal void Update(UpdateEntry update)
    {
        if (_streams.TryGetValue(update.Stream, out Entries? entries) && entries.ById.TryGetValue(update.Id, out long sequence))
        {
            entries.BySequence[sequence] = entries.BySequence[sequence] with { State = update.State.Keep() };
        }
    }

    internal void Remove(RemoveEntry remove)
    {
        if (_streams.TryGetValue(remove.Stream, out Entries? entries) && entries.ById.Remove(remove.Id, out long sequence))
        {
            entries.BySequence.Remove(sequence);
        }
    }

    internal ImmutableArray<StoredEntry> Read(string stream, long afterSequence, int count) =>
        _streams.TryGetValue(stream, out Entries? entries)
            ? [.. entries.BySequence.Values.SkipWhile(entry => entry.Sequence <= afterSequence).Take(count)]
            : [];

    /// <returns>Whether there is more to remove.</returns>
    internal bool Trim(string stream, StorageRetention retention)
    {
        if (!_streams.TryGetValue(stream, out Entries? entries))
        {
            return false;
        }

        StoredEntry[] removed =
        [
            .. entries.BySequence.Values.TakeWhile((entry, index) =>
                entry.Time < retention.KeepSince || entries.BySequence.Count - index > retention.KeepCount).Take(retention.BatchSize),
        ];
        foreach (StoredEntry entry in removed)
        {
            entries.ById.Remove(entry.Id);
            entries.BySequence.Remove(entry.Sequence);
        }

        return removed.Length == retention.BatchSize;
    }

    private sealed class Entries
    {
        internal Dictionary<string, long> ById { get; } = new(StringComparer.Ordinal);

        internal SortedDictionary<long, StoredEntry> BySequence { get; } = [];
    }
}
