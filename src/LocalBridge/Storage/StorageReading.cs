using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LocalBridge.Storage;

/// <summary>Reads page after page.</summary>
internal static class StorageReading
{
    private const int PageLength = 256;

    /// <summary>Reads all records of a kind, by rising key.</summary>
    internal static async IAsyncEnumerable<StoredRecord> ReadAllAsync(
        this IBridgeStorage storage, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        ImmutableArray<StoredRecord> page;
        do
        {
            page = await storage.ReadRecordsAsync(kind, last, PageLength, cancellationToken).ConfigureAwait(false);
            foreach (StoredRecord record in page)
            {
                last = record.Key;
                yield return record;
            }
        }
        while (page.Length == PageLength);
    }
}
