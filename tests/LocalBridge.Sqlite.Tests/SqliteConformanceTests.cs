using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.Storage;
using LocalBridge.Testing.Storage;

namespace LocalBridge.Sqlite.Tests;

[CancelAfter(60_000)]
internal sealed class SqliteConformanceTests
{
    [TestCaseSource(typeof(StorageConformanceSuite), nameof(StorageConformanceSuite.Cases))]
    public async Task SqliteStorage_Conforms(StorageConformanceCase conformanceCase, CancellationToken cancellationToken)
    {
        await using var test = new SqliteUnderTest();

        await conformanceCase.RunAsync(test, cancellationToken);
    }

    private sealed class SqliteUnderTest : IStorageUnderTest
    {
        private readonly TemporaryDirectory _directory = new();

        // What a machine's crash does to the file is not what these cases are about, and the syncs would take most of their time.
        public ValueTask<IBridgeStorage> CreateAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IBridgeStorage>(
            new SqliteStorage(_directory.File("test.db"), new SqliteStorageOptions { Durability = SqliteDurability.ProcessCrash }));

        public ValueTask DisposeAsync()
        {
            _directory.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
