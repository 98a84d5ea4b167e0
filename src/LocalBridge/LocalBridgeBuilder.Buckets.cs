using LocalBridge.Buckets;

namespace LocalBridge;

/// <content>Buckets.</content>
public sealed partial class LocalBridgeBuilder
{
    /// <summary>Adds a bucket, from which distributed Map states read items (<c>s3:getObject</c>, <c>s3:listObjectsV2</c>) and into which they
    /// write results (<c>s3:putObject</c>). A task handler that is added for such a resource comes before the buckets.</summary>
    /// <param name="name">The name, which <c>Bucket</c> in a definition says.</param>
    /// <param name="bucket">The bucket, for example an <see cref="InMemoryBucket"/> or a <see cref="FolderBucket"/>.</param>
    public LocalBridgeBuilder AddBucket(string name, IBucket bucket)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(bucket);
        Definition.Buckets.Add(new KeyValuePair<string, IBucket>(name, bucket));
        return this;
    }
}
