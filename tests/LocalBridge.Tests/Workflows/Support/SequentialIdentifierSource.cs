using System.Buffers.Binary;
using LocalBridge.Identity;

namespace LocalBridge.Tests.Workflows.Support;

/// <summary>Counts instead of rolling dice, so that a run repeats exactly.</summary>
internal sealed class SequentialIdentifierSource : IIdentifierSource
{
    private long _last;

    public Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Interlocked.Increment(ref _last));
        return new Guid(bytes, bigEndian: true);
    }

    public ulong NewSeed() => (ulong)Interlocked.Increment(ref _last);
}
