using LocalBridge.Storage;
using LocalBridge.Testing.Storage;

namespace LocalBridge.Testing.Tests.Storage;

[CancelAfter(60_000)]
internal sealed class InMemoryConformanceTests
{
    [TestCaseSource(typeof(StorageConformanceSuite), nameof(StorageConformanceSuite.Cases))]
    public async Task InMemoryStorage_Conforms(StorageConformanceCase conformanceCase, CancellationToken cancellationToken)
    {
        await using var test = new InMemoryUnderTest();

        await conformanceCase.RunAsync(test, cancellationToken);
    }

    [Test]
    public async Task Suite_StorageThatLosesCommits_IsNotPassed([Values] StorageFault fault, CancellationToken cancellationToken)
    {
        int failures = 0;
        foreach (StorageConformanceCase conformanceCase in StorageConformanceSuite.Cases)
        {
            await using var test = new InMemoryUnderTest { Fault = fault };
            try
            {
                await conformanceCase.RunAsync(test, cancellationToken);
            }
            catch (Exception exception) when (exception is StorageUnavailableException or StorageConformanceException)
            {
                failures++;
            }
        }

        // One case commits nothing that succeeds, so it cannot notice a failure after the effect.
        int least = fault == StorageFault.None ? 0 : StorageConformanceSuite.Cases.Count - 1;
        Assert.That(failures, Is.InRange(least, least + Math.Sign(least)));
    }

    private sealed class InMemoryUnderTest : IStorageUnderTest
    {
        private readonly InMemoryStorage _storage = new();

        internal StorageFault Fault { get; init; }

        public ValueTask<IBridgeStorage> CreateAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<IBridgeStorage>(Fault == StorageFault.None ? _storage : new FaultyStorage(_storage, _ => Fault));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
