using System.Text.Json;
using LocalBridge.Buckets;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Makes the buckets that existed around a state machine: the <c>s3</c> member of the resources, <c>{bucket: {key: text}}</c>.</summary>
internal static class S3Buckets
{
    /// <summary>Returns the buckets with their names.</summary>
    public static IEnumerable<(string Name, InMemoryBucket Bucket)> Read(JsonElement resources, TimeProvider time)
    {
        JsonElement buckets = resources.Member("s3");
        return buckets.ValueKind != JsonValueKind.Object ? [] : buckets.EnumerateObject().Select(bucket => (bucket.Name, Fill(bucket.Value, time)));
    }

    private static InMemoryBucket Fill(JsonElement objects, TimeProvider time)
    {
        var bucket = new InMemoryBucket(time);
        foreach (JsonProperty entry in objects.EnumerateObject())
        {
            bucket.Put(entry.Name, entry.Value.GetString()!);
        }

        return bucket;
    }
}
