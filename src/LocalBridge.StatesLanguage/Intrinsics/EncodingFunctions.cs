using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>The intrinsic functions for Base64, hashes and unique identifiers.</summary>
internal static class EncodingFunctions
{
    private const int LongestText = 10_000;

    internal static IntrinsicResult Base64Encode(JsonValue[] arguments) => !IsText(arguments[0], out string? text, out IntrinsicResult invalid)
        ? invalid
        : IntrinsicResult.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    internal static IntrinsicResult Base64Decode(JsonValue[] arguments)
    {
        if (!IsText(arguments[0], out string? text, out IntrinsicResult invalid))
        {
            return invalid;
        }

        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? IntrinsicResult.Of(Encoding.UTF8.GetString(bytes, 0, length))
            : IntrinsicResult.WrongType("the argument", "Base64", arguments[0]);
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The States Language names SHA-1.")]
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The States Language names MD5.")]
    internal static IntrinsicResult Hash(JsonValue[] arguments)
    {
        if (!arguments[1].IsString)
        {
            return IntrinsicResult.WrongType("the algorithm", "a string", arguments[1]);
        }

        string text = arguments[0].IsString ? arguments[0].GetString() : arguments[0].ToJson();
        if (text.Length > LongestText)
        {
            return IntrinsicResult.Invalid($"the data may have {LongestText} characters but has {text.Length}");
        }

        byte[] data = Encoding.UTF8.GetBytes(text);
        byte[]? hash = arguments[1].GetString() switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            _ => null,
        };
        return hash is null
            ? IntrinsicResult.WrongType("the algorithm", "one of MD5, SHA-1, SHA-256, SHA-384, SHA-512", arguments[1])
            : IntrinsicResult.Of(Convert.ToHexStringLower(hash));
    }

    /// <summary>Returns a version 4 UUID from the execution's own random numbers, so that a run can be repeated.</summary>
    internal static IntrinsicResult Uuid(ExecutionRandom random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, random.Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], random.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return IntrinsicResult.Of(new Guid(bytes, bigEndian: true).ToString());
    }

    private static bool IsText(JsonValue value, [NotNullWhen(true)] out string? text, out IntrinsicResult invalid)
    {
        text = null;
        invalid = default;
        if (!value.IsString)
        {
            invalid = IntrinsicResult.WrongType("the argument", "a string", value);
            return false;
        }

        text = value.GetString();
        if (text.Length <= LongestText)
        {
            return true;
        }

        invalid = IntrinsicResult.Invalid($"the argument may have {LongestText} characters but has {text.Length}");
        return false;
    }
}
