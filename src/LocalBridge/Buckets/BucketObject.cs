namespace LocalBridge.Buckets;

/// <summary>Represents what a list of objects says of one of them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Size">How many bytes the object has.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="ETag">What changes with its content, in double quotes as S3 shows it.</param>
public sealed record BucketObject(string Key, long Size, DateTimeOffset LastModified, string ETag);
