using LocalBridge.Storage;

namespace LocalBridge.Testing.Storage;

/// <summary>Represents the storage that a conformance case is run against, with data of its own.</summary>
public interface IStorageUnderTest : IAsyncDisposable
{
    /// <summary>Makes an instance on the data of this test. It is empty the first time; later calls come after the instance before was closed, and find what that one
    /// has committed. The suite itself calls <see cref="IBridgeStorage.OpenAsync"/> and disposes the instance if it can be disposed.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IBridgeStorage> CreateAsync(CancellationToken cancellationToken);
}
