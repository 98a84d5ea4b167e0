using System.Runtime.Intrinsics;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Lower-cases the ASCII letters of UTF-8 and leaves everything else as it is.</summary>
internal static class AsciiCase
{
    public static void ToLower(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int position = 0;
        for (; position + Vector128<byte>.Count <= text.Length; position += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.Create(text[position..]);
            Vector128<byte> isUpper = Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26));
            (bytes | (isUpper & Vector128.Create((byte)0x20))).CopyTo(destination[position..]);
        }

        for (; position < text.Length; position++)
        {
            byte b = text[position];
            destination[position] = (uint)(b - 'A') < 26 ? (byte)(b | 0x20) : b;
        }
    }
}
