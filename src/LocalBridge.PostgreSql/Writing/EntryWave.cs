using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Operations on different entries, so that their order among each other does not matter. A further operation on the same entry begins the next wave.</summary>
internal sealed class EntryWave
{
    private readonly HashSet<(string Stream, string Id)> _keys = [];

    internal List<(AppendEntry Entry, byte[] Payload, byte[]? State)> Appends { get; } = [];

    internal List<(UpdateEntry Entry, byte[]? State)> Updates { get; } = [];

    internal List<RemoveEntry> Removals { get; } = [];

    /// <returns>Whether there was room for the operation; false when the wave has one on the same entry already.</returns>
    internal bool TryAdd(StorageOperation operation, CommitRequest request)
    {
        switch (operation)
        {
            case AppendEntry append when _keys.Add((append.Stream, append.Id)):
                Appends.Add((append, request.TakePayload() ?? [], request.TakePayload()));
                return true;
            case UpdateEntry update when _keys.Add((update.Stream, update.Id)):
                Updates.Add((update, request.TakePayload()));
                return true;
            case RemoveEntry remove when _keys.Add((remove.Stream, remove.Id)):
                Removals.Add(remove);
                return true;
            default:
                return false;
        }
    }
}
