using System.Buffers.Binary;

namespace LocalBridge.Json.Jsonata.Hosted;

/// <summary>$uuid of Step Functions: a version 4 UUID made of given random bits, so that a run can repeat it.</summary>
internal static class RandomUuid
{
    internal static string Create(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
