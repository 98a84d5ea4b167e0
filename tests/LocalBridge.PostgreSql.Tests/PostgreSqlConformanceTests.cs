using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;
using LocalBridge.Testing.Storage;

namespace LocalBridge.PostgreSql.Tests;

[CancelAfter(60_000)]
internal sealed class PostgreSqlConformanceTests
{
    [TestCaseSource(typeof(StorageConformanceSuite), nameof(StorageConformanceSuite.Cases))]
    public async Task PostgreSqlStorage_Conforms(StorageConformanceCase conformanceCase, CancellationToken cancellationToken)
    {
        await using var test = new PostgreSqlUnderTest();

        await conformanceCase.RunAsync(test, cancellationToken);
    }

    private sealed class PostgreSqlUnderTest : IStorageUnderTest
    {
        private readonly TestDatabase _database = TestDatabase.Create();

        public ValueTask<IBridgeStorage> CreateAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IBridgeStorage>(_database.CreateStorage());

        public ValueTask DisposeAsync() => _database.DisposeAsync();
    }
}
