using System.Buffers.Binary;

namespace LocalBridge.Identity;

/// <summary>Gives out everything that must be unique or unpredictable, so that a test can make a run repeat exactly.</summary>
/// <remarks>Implementations are safe for use from any thread.</remarks>
internal interface IIdentifierSource
{
    /// <summary>Returns a new version 4 UUID.</summary>
    Guid NewGuid();

    /// <summary>Returns a new version 7 UUID (RFC 9562): it rises with time, so that what is indexed by it is added at the end of the index and not all over it.</summary>
    /// <param name="now">The time.</param>
    Guid NewOrderedGuid(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        NewGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        long milliseconds = now.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Returns a new seed for a pseudo-random generator.</summary>
    ulong NewSeed();
}
