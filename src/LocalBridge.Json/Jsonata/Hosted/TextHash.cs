using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LocalBridge.Json.Jsonata.Hosted;

/// <summary>$hash of Step Functions: the digest of a text in UTF-8, in lower-case hexadecimal digits.</summary>
internal static class TextHash
{
    /// <exception cref="JsonataException">T0410: the algorithm is none of MD5, SHA-1, SHA-256, SHA-384 and SHA-512.</exception>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Step Functions names SHA-1.")]
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Step Functions names MD5.")]
    internal static string Compute(string text, string algorithm)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] digest = algorithm switch
        {
            "MD5" => MD5.HashData(utf8),
            "SHA-1" => SHA1.HashData(utf8),
            "SHA-256" => SHA256.HashData(utf8),
            "SHA-384" => SHA384.HashData(utf8),
            "SHA-512" => SHA512.HashData(utf8),
            _ => throw LibraryFault.Create("T0410", algorithm, index: 2),
        };
        return Convert.ToHexStringLower(digest);
    }
}
