using System.Collections.Frozen;

namespace LocalBridge.Buckets;

/// <summary>Holds the buckets of a bridge by name.</summary>
/// <remarks>Immutable, so safe for use from any thread.</remarks>
internal sealed class BucketRegistry(IEnumerable<KeyValuePair<string, IBucket>> buckets)
{
    private readonly FrozenDictionary<string, IBucket> _buckets = buckets.ToFrozenDictionary(StringComparer.Ordinal);

    internal static BucketRegistry Empty { get; } = new([]);

    internal bool IsEmpty => _buckets.Count == 0;

    /// <exception cref="ObjectFaultException">There is no such bucket.</exception>
    internal IBucket Get(string name) => _buckets.GetValueOrDefault(name) ?? throw ObjectFaultException.NoSuchBucket();
}
