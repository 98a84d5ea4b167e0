using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LocalBridge.Buckets;

/// <summary>The rules of S3 for keys and tags.</summary>
internal static class BucketKey
{
    private const int MaximumLength = 1024;

    internal static void Check(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Encoding.UTF8.GetByteCount(key) > MaximumLength)
        {
            throw new ArgumentException($"A key has at most {MaximumLength} bytes.", nameof(key));
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The tag of an object is its MD5 sum in S3; it protects nothing.")]
    internal static string ETag(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
}
