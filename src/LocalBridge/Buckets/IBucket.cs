namespace LocalBridge.Buckets;

/// <summary>Represents a bucket of objects, from which distributed Map states read items and into which they write results.</summary>
/// <remarks>Implementations are safe for use from any thread.</remarks>
public interface IBucket
{
    /// <summary>Reads an object.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content, or <see langword="null"/> when there is no such object.</returns>
    ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists the objects whose keys begin with a prefix, in the ordinal order of their keys.</summary>
    /// <param name="prefix">The prefix; empty for all objects.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<BucketObject> ListObjectsAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Writes an object. One of the same key is replaced.</summary>
    /// <param name="key">The key of the object.</param>
    /// <param name="content">The content; valid only until the returned task completes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask PutObjectAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
