using System.Collections.Immutable;
using LocalBridge.Storage;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Keeps in durable storage what is known of Map Runs that have ended: a record each, under the ARN.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class MapRunStore(IBridgeStorage storage, PayloadCodec codec)
{
    private const int PageLength = 500;

    internal async Task<List<MapRunDescription>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<MapRunDescription>();
        string? afterKey = null;
        while (storage.IsDurable)
        {
            ImmutableArray<StoredRecord> page = await storage.ReadRecordsAsync(RecordKinds.MapRun, afterKey, PageLength, cancellationToken).ConfigureAwait(false);
            foreach (StoredRecord record in page)
            {
                found.Add(codec.Read(record.Payload, MapRunFormat.Instance));
                afterKey = record.Key;
            }

            if (page.Length < PageLength)
            {
                break;
            }
        }

        return found;
    }

    /// <param name="ended">The Map Run to keep.</param>
    /// <param name="forgotten">The ARN of one that is not to be kept any longer, if there is one.</param>
    /// <param name="cancellationToken">Gives the commit up.</param>
    internal ValueTask ReplaceAsync(MapRunDescription ended, string? forgotten, CancellationToken cancellationToken)
    {
        if (!storage.IsDurable)
        {
            return ValueTask.CompletedTask;
        }

        var batch = new StorageBatch();
        batch.Add(new PutRecord(RecordKinds.MapRun, ended.MapRunArn, null, codec.Lazy(ended, MapRunFormat.Instance)));
        if (forgotten is not null)
        {
            batch.Add(new RemoveRecord(RecordKinds.MapRun, forgotten));
        }

        return storage.CommitAsync(batch, cancellationToken);
    }
}
