using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace LocalBridge.Buckets;

/// <summary>Represents a bucket that is kept in the memory of the process.</summary>
/// <remarks>Safe for use from any thread.</remarks>
/// <example>
/// <code>
/// var orders = new InMemoryBucket();
/// orders.Put("2026/orders.csv", "id,total\n1,20\n2,35");
/// </code>
/// </example>
public sealed class InMemoryBucket : IBucket
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes an empty bucket.</summary>
    public InMemoryBucket()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Initializes an empty bucket.</summary>
    /// <param name="timeProvider">The clock that dates the objects.</param>
    public InMemoryBucket(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
    }

    /// <summary>Gets the keys of the objects, in no order.</summary>
    public ICollection<string> Keys => _entries.Keys;

    /// <summary>Writes an object. One of the same key is replaced.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The content, written as UTF-8.</param>
    public void Put(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Put(key, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes an object. One of the same key is replaced.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">The content; copied.</param>
    public void Put(string key, ReadOnlySpan<byte> content)
    {
        BucketKey.Check(key);
        byte[] copy = content.ToArray();
        _entries[key] = new Entry(copy, new BucketObject(key, copy.Length, _timeProvider.GetUtcNow(), BucketKey.ETag(copy)));
    }

    /// <summary>Removes an object.</summary>
    /// <param name="key">The key.</param>
    /// <returns><see langword="true"/> when there was one.</returns>
    public bool Remove(string key) => _entries.TryRemove(key, out _);

    /// <summary>Returns an object's content as a text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text, or <see langword="null"/> when there is no such object.</returns>
    public string? GetText(string key) => _entries.TryGetValue(key, out Entry? entry) ? Encoding.UTF8.GetString(entry.Content) : null;

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_entries.TryGetValue(key, out Entry? entry) ? entry.Content : (ReadOnlyMemory<byte>?)null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BucketObject> ListObjectsAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (Entry entry in _entries.Values
            .Where(entry => entry.Object.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(static entry => entry.Object.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry.Object;
        }
    }

    /// <inheritdoc/>
    public ValueTask PutObjectAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Put(key, content.Span);
        return ValueTask.CompletedTask;
    }

    private sealed record Entry(byte[] Content, BucketObject Object);
}
