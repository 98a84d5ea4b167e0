using System.Collections.Immutable;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of records.</summary>
internal static class RecordCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Record: what was put is read after reopening, byte for byte", RoundTripAsync),
        new("Record: put with an expected version raises it by one", VersionAsync),
        new("Record: put with another expected version is a conflict that names key and versions", ConflictAsync),
        new("Record: put without an expected version always succeeds", UnconditionalAsync),
        new("Record: removed is gone, and removing it again succeeds", RemoveAsync),
        new("Record: removed with an expected version only if that one is stored", RemoveExpectedAsync),
        new("Record: pages come in ordinal order of keys, each record once", PagesAsync),
        new("Record: the same key in two kinds is two records", KindsAsync),
    ];

    private static async Task RoundTripAsync(StorageSession session)
    {
        byte[] bytes = Bytes(100_000, 1);
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(bytes))).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        ImmutableArray<StoredRecord> records = await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false);
        Equal(records.Length, 1, "Number of records");
        Equal(records[0].Key, "key", "Key");
        SameBytes(records[0].Payload, bytes, "Payload");
    }

    private static async Task VersionAsync(StorageSession session)
    {
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(1))).ConfigureAwait(false);
        await session.CommitAsync(new PutRecord("kind", "key", 1, Payload(2))).ConfigureAwait(false);
        StoredRecord record = (await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Single();
        Equal(record.Version, 2, "Version");
        SameBytes(record.Payload, [2], "Payload");
    }

    private static async Task ConflictAsync(StorageSession session)
    {
        StorageConflictException absent = await session.ConflictAsync(new PutRecord("kind", "key", 3, Payload(1))).ConfigureAwait(false);
        Equal(absent.StoredVersion, 0, "Stored version of what is not there");
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(1))).ConfigureAwait(false);
        StorageConflictException present = await session.ConflictAsync(new PutRecord("kind", "key", 0, Payload(2))).ConfigureAwait(false);
        Equal(present.Key, "key", "Key of the conflict");
        Equal(present.StoredVersion, 1, "Stored version");
        Equal(present.ExpectedVersion, 0, "Expected version");
    }

    private static async Task UnconditionalAsync(StorageSession session)
    {
        for (byte i = 1; i <= 3; i++)
        {
            await session.CommitAsync(new PutRecord("kind", "key", null, Payload(i))).ConfigureAwait(false);
        }

        StoredRecord record = (await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Single();
        Equal(record.Version, 3, "Version");
        SameBytes(record.Payload, [3], "Payload");
    }

    private static async Task RemoveAsync(StorageSession session)
    {
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(1))).ConfigureAwait(false);
        await session.CommitAsync(new RemoveRecord("kind", "key")).ConfigureAwait(false);
        await session.CommitAsync(new RemoveRecord("kind", "key")).ConfigureAwait(false);
        Equal((await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Length, 0, "Number of records");
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(1))).ConfigureAwait(false);
    }

    private static async Task RemoveExpectedAsync(StorageSession session)
    {
        StorageConflictException absent = await session.ConflictAsync(new RemoveRecord("kind", "key", 1)).ConfigureAwait(false);
        Equal(absent.Key, "key", "Key of the conflict");
        Equal(absent.StoredVersion, 0, "Stored version of what is not there");
        Equal(absent.ExpectedVersion, 1, "Expected version");
        await session.CommitAsync(new PutRecord("kind", "key", 0, Payload(1))).ConfigureAwait(false);
        StorageConflictException older = await session.ConflictAsync(new PutRecord("kind", "other", 0, Payload(1)), new RemoveRecord("kind", "key", 2)).ConfigureAwait(false);
        Equal(older.StoredVersion, 1, "Stored version");
        Equal((await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Length, 1, "Number of records after the conflicts");
        await session.CommitAsync(new PutRecord("kind", "key", 1, Payload(2)), new RemoveRecord("kind", "key", 2)).ConfigureAwait(false);
        Equal((await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Length, 0, "Number of records");
    }

    private static async Task PagesAsync(StorageSession session)
    {
        string[] keys = ["b", "a", "B", "aa", "z", "ä", "a#1"];
        await session.CommitAsync([.. keys.Select(key => new PutRecord("kind", key, 0, Payload(1)))]).ConfigureAwait(false);
        var read = new List<string>();
        ImmutableArray<StoredRecord> page;
        do
        {
            page = await session.Storage.ReadRecordsAsync("kind", read.LastOrDefault(), 2, session.Token).ConfigureAwait(false);
            True(page.Length <= 2, "A page is longer than was asked for.");
            read.AddRange(page.Select(static record => record.Key));
        }
        while (page.Length > 0);
        Sequence(read, keys.Order(StringComparer.Ordinal), "Keys");
    }

    private static async Task KindsAsync(StorageSession session)
    {
        await session.CommitAsync(new PutRecord("one", "key", 0, Payload(1)), new PutRecord("two", "key", 0, Payload(2))).ConfigureAwait(false);
        await session.CommitAsync(new RemoveRecord("one", "key")).ConfigureAwait(false);
        SameBytes((await session.Storage.ReadRecordsAsync("two", null, 10, session.Token).ConfigureAwait(false)).Single().Payload, [2], "Payload");
    }
}
