using System.Runtime.CompilerServices;

namespace LocalBridge.Buckets;

/// <summary>Represents a bucket whose objects are the files of a folder: the object <c>a/b.csv</c> is the file <c>b.csv</c> in the folder <c>a</c>.</summary>
/// <remarks>Safe for use from any thread. A file that is being written is seen whole or not at all.</remarks>
public sealed class FolderBucket : IBucket
{
    private readonly string _root;

    /// <summary>Initializes a bucket on a folder.</summary>
    /// <param name="folder">The folder; it is made when the first object is written.</param>
    public FolderBucket(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _root = Path.GetFullPath(folder);
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(string key, CancellationToken cancellationToken)
    {
        string path = PathOf(key);
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BucketObject> ListObjectsAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (!Directory.Exists(_root))
        {
            yield break;
        }

        IOrderedEnumerable<(string Key, string Path)> found = Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(path => (Key: Path.GetRelativePath(_root, path).Replace('\\', '/'), Path: path))
            .Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(static file => file.Key, StringComparer.Ordinal);
        foreach ((string key, string path) in found)
        {
            byte[] content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            yield return new BucketObject(key, content.Length, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero), BucketKey.ETag(content));
        }
    }

    /// <inheritdoc/>
    public async ValueTask PutObjectAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Beside the file and then in its place, so that nobody reads half of it.
        string temporary = path + ".writing";
        await File.WriteAllBytesAsync(temporary, content, cancellationToken).ConfigureAwait(false);
        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string key)
    {
        BucketKey.Check(key);
        string path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"The key '{key}' leads out of the folder of its bucket.", nameof(key));
    }
}
