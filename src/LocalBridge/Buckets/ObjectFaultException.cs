namespace LocalBridge.Buckets;

/// <summary>The exception that is thrown within the bridge when an object cannot be read or written; its message is the service's.</summary>
internal sealed class ObjectFaultException : Exception
{
    internal ObjectFaultException(string error, string message)
        : base(message)
    {
        Error = error;
    }

    /// <summary>Gets the name of the fault, as <c>Retry</c> and <c>Catch</c> of a task would see it.</summary>
    internal string Error { get; }

    internal static ObjectFaultException NoSuchBucket() => new("S3.NoSuchBucketException", "The specified bucket does not exist");

    internal static ObjectFaultException NoSuchKey() => new("S3.NoSuchKeyException", "The specified key does not exist.");
}
