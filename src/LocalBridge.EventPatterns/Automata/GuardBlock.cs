using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>Eight signatures of guards, compared with that of a text at once.</summary>
internal static class GuardBlock
{
    public const int Size = 8;

    /// <summary>The room for so many signatures in whole blocks.</summary>
    public static int RoundUp(int count) => (count + Size - 1) & -Size;

    /// <summary>Which of the eight signatures from an index on a text has all bits of, as bits.</summary>
    /// <param name="signatures">Whole blocks of signatures.</param>
    /// <param name="index">Where the block starts.</param>
    /// <param name="text">The signature of the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Accepted(ReadOnlySpan<ulong> signatures, int index, ulong text)
    {
        ref ulong first = ref MemoryMarshal.GetReference(signatures.Slice(index, Size));
        return Vector512.IsHardwareAccelerated ? Accepted512(ref first, ~text) : Accepted256(ref first, ~text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Accepted512(ref ulong first, ulong missing) =>
        (uint)Vector512.Equals(Vector512.LoadUnsafe(ref first) & Vector512.Create(missing), Vector512<ulong>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Accepted256(ref ulong first, ulong missing)
    {
        Vector256<ulong> wide = Vector256.Create(missing);
        return Vector256.Equals(Vector256.LoadUnsafe(ref first) & wide, Vector256<ulong>.Zero).ExtractMostSignificantBits()
            | (Vector256.Equals(Vector256.LoadUnsafe(ref first, 4) & wide, Vector256<ulong>.Zero).ExtractMostSignificantBits() << 4);
    }
}
