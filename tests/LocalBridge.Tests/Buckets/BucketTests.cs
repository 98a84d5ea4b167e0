using System.Text;
using LocalBridge.Buckets;

namespace LocalBridge.Tests.Buckets;

[CancelAfter(20_000)]
internal sealed class BucketTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bucket-{Guid.NewGuid():N}");

    [TearDown]
    public void RemoveFolder()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Put_ThenGetAndList_GivesItBack(bool isFolder, CancellationToken cancellationToken)
    {
        IBucket bucket = Create(isFolder);
        await bucket.PutObjectAsync("b/2", "two"u8.ToArray(), cancellationToken);
        await bucket.PutObjectAsync("b/1", "old"u8.ToArray(), cancellationToken);
        await bucket.PutObjectAsync("b/1", "x"u8.ToArray(), cancellationToken);
        await bucket.PutObjectAsync("a", "y"u8.ToArray(), cancellationToken);

        ReadOnlyMemory<byte>? content = await bucket.GetObjectAsync("b/1", cancellationToken);
        BucketObject[] listed = await ListAsync(bucket, "b/", cancellationToken);

        Assert.That(Encoding.UTF8.GetString(content!.Value.Span), Is.EqualTo("x"));
        Assert.That(listed.Select(static found => (found.Key, found.Size)), Is.EqualTo(new[] { ("b/1", 1L), ("b/2", 3L) }));
        Assert.That(listed[0].ETag, Is.EqualTo("\"9dd4e461268c8034f5c8564e155c67a6\""));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Get_UnknownKey_GivesNothing(bool isFolder, CancellationToken cancellationToken) =>
        Assert.That(await Create(isFolder).GetObjectAsync("x/y", cancellationToken), Is.Null);

    [Test]
    public async Task List_FolderThatIsNotThere_IsEmpty(CancellationToken cancellationToken) =>
        Assert.That(await ListAsync(new FolderBucket(_folder), string.Empty, cancellationToken), Is.Empty);

    [TestCase("../x")]
    [TestCase("a/../../x")]
    public void Put_KeyThatLeadsOutOfTheFolder_IsRefused(string key) => Assert.That(
        async () => await new FolderBucket(_folder).PutObjectAsync(key, default, default),
        Throws.ArgumentException.With.Message.Contains("leads out of the folder"));

    private IBucket Create(bool isFolder) => isFolder ? new FolderBucket(_folder) : new InMemoryBucket();

    private static async Task<BucketObject[]> ListAsync(IBucket bucket, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<BucketObject>();
        await foreach (BucketObject entry in bucket.ListObjectsAsync(prefix, cancellationToken))
        {
            found.Add(entry);
        }

        return [.. found];
    }
}
