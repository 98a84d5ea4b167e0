using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>Says in lines of text what can be read from a storage, so that two can be compared.</summary>
internal static class StorageDump
{
    private const int PageLength = 7;

    /// <summary>Reads all that can be read without claiming anything.</summary>
    internal static async Task<List<string>> ReadAsync(IBridgeStorage storage, IEnumerable<string> executionArns, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (string arn in executionArns.Order(StringComparer.Ordinal))
        {
            StoredExecution? execution = await storage.ReadExecutionAsync(arn, cancellationToken).ConfigureAwait(false);
            lines.Add(execution is null ? $"{arn} is not there" : Describe(execution));
            foreach ((long first, int count, bool isReverse) in ((long, int, bool)[])[(1, 10_000, false), (3, 2, false), (10_000, 4, true), (5, 3, true)])
            {
                ImmutableArray<HistoryChunk> chunks = await storage.ReadHistoryAsync(arn, first, count, isReverse, cancellationToken).ConfigureAwait(false);
                lines.Add($"  events from {first}, {count}, {isReverse}: {string.Join(' ', chunks.Select(static chunk => $"{chunk.FirstEventId}-{chunk.LastEventId}:{Describe(chunk.Payload)}"))}");
            }
        }

        foreach (StoredRecord record in await storage.ReadRecordsAsync(RandomBatches.RecordKind, null, 1_000, cancellationToken).ConfigureAwait(false))
        {
            lines.Add($"record {record.Key} v{record.Version} {Describe(record.Payload)}");
        }

        foreach (string stream in RandomBatches.Streams)
        {
            ImmutableArray<StoredEntry> entries = await storage.ReadEntriesAsync(stream, 0, 100_000, cancellationToken).ConfigureAwait(false);
            lines.AddRange(entries.Select(entry => Describe(stream, entry)));
        }

        await AddPagesAsync(storage, lines, cancellationToken).ConfigureAwait(false);
        return lines;
    }

    /// <summary>Claims all that can be claimed.</summary>
    internal static async Task<List<string>> ClaimAsync(IBridgeStorage storage, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (OpenExecution open in storage.ClaimExecutionsAsync(cancellationToken).ConfigureAwait(false))
        {
            string parts = string.Join(' ', open.Parts.Select(static part => $"{part.Key.Kind}/{part.Key.Id}:{Describe(part.Payload)}"));
            lines.Add($"open {Describe(open.Execution)} state {Describe(open.State)} parts {parts}");
        }

        foreach (string stream in RandomBatches.Streams)
        {
            await foreach (StoredEntry entry in storage.ClaimEntriesAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                lines.Add(Describe(stream, entry));
            }
        }

        return lines;
    }

    private static async Task AddPagesAsync(IBridgeStorage storage, List<string> lines, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            StoredExecutionPage page = await storage.ReadExecutionsAsync(new ExecutionQuery(Machine, null, PageLength, token), cancellationToken).ConfigureAwait(false);
            lines.Add($"page {string.Join(' ', page.Executions.Select(static execution => execution.ExecutionArn))}");
            token = page.NextToken;
        }
        while (token is not null);
    }

    private static string Describe(StoredExecution execution) => string.Create(
        CultureInfo.InvariantCulture,
        $"{execution.ExecutionArn} v{execution.Version} {execution.Status} {execution.StartDate:O} {execution.StopDate:O} {Describe(execution.Description)} {Describe(execution.Outcome)}");

    private static string Describe(string stream, StoredEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream} {entry.Id} {entry.Time:O} {Describe(entry.Payload)} {Describe(entry.State)}");

    private static string Describe(StoragePayload payload)
    {
        ReadOnlySpan<byte> bytes = payload.ToBytes().Span;
        return bytes.IsEmpty ? "none" : $"{bytes.Length}#{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4))}";
    }
}
