using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>Packs up to 16 bytes into two words that, together with the length, tell them apart; and mixes such words into a hash.</summary>
internal static class PackedKey
{
    public const int MaximumLength = 16;

    /// <summary>Differs from process to process, so that nobody can prepare texts that share a hash.</summary>
    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    /// <summary>Packs a text of at most <see cref="MaximumLength"/> bytes. The two words may overlap; nothing outside the text is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(ReadOnlySpan<byte> text, out ulong tail)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int length = text.Length;
        if (length >= 8)
        {
            tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - 8));
            return Unsafe.ReadUnaligned<ulong>(ref start);
        }

        tail = 0;
        if (length >= 4)
        {
            return Unsafe.ReadUnaligned<uint>(ref start) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)) << 32);
        }

        return length == 0 ? 0 : start | ((ulong)Unsafe.Add(ref start, length >> 1) << 8) | ((ulong)Unsafe.Add(ref start, length - 1) << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(ulong head, ulong tail, int length)
    {
        ulong high = Math.BigMul(head ^ Seed, tail ^ 0x9E37_79B9_7F4A_7C15UL ^ ((ulong)(uint)length << 32), out ulong low);
        ulong mixed = (high ^ low) * 0xD6E8_FEB8_6659_FD93UL;
        return (uint)(mixed >> 32);
    }

    /// <summary>A hash of any number of bytes.</summary>
    public static ulong HashLong(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (ulong)text.Length;
        while (text.Length > MaximumLength)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text), 0x9E37_79B9_7F4A_7C15UL ^ MemoryMarshal.Read<ulong>(text[8..]));
            text = text[MaximumLength..];
        }

        ulong head = Pack(text, out ulong tail);
        return Fold(hash ^ head, 0xD6E8_FEB8_6659_FD93UL ^ tail);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return (high ^ low) + (left ^ BitOperations.RotateLeft(right, 29));
    }
}
