using System.Security.Cryptography;
using System.Text;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Makes a UUID out of an attempt id: the same for the same attempt.</summary>
internal static class AttemptGuid
{
    internal static Guid Create(string attemptId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(attemptId), hash);

        // RFC 9562, section 5.8: version 8 is for identifiers of one's own making.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
