using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LocalBridge.Identity;

/// <summary>The identifiers of a real run: version 4 UUIDs from the cryptographic generator, drawn in blocks because one system call per id is slow.</summary>
internal sealed class RandomIdentifierSource : IIdentifierSource
{
    private const int GuidSize = 16;

    private readonly Lock _gate = new();

    /// <summary>Guarded by <see cref="_gate"/>: random bytes, of which those before <see cref="_used"/> are spent.</summary>
    private readonly byte[] _block = new byte[256 * GuidSize];

    private int _used;

    internal RandomIdentifierSource() => _used = _block.Length;

    public Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[GuidSize];
        Take(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public ulong NewSeed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Take(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private void Take(Span<byte> bytes)
    {
        lock (_gate)
        {
            if (_block.Length - _used < bytes.Length)
            {
                RandomNumberGenerator.Fill(_block);
                _used = 0;
            }

            Span<byte> taken = _block.AsSpan(_used, bytes.Length);
            taken.CopyTo(bytes);
            // An id may be a secret (a task token): what was given out does not stay in memory.
            taken.Clear();
            _used += bytes.Length;
        }
    }
}
