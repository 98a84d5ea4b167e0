using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Sixty-four bytes of JSON as bits: one for each byte that matters to finding the end of an object or array.</summary>
internal struct JsonBlock
{
    public const int Size = 64;

    private const ulong EvenBits = 0x5555_5555_5555_5555;

    private ulong _quotes;
    private ulong _backslashes;

    /// <summary>Opening brackets of either kind.</summary>
    public ulong Opens;

    /// <summary>Closing brackets of either kind.</summary>
    public ulong Closes;

    /// <summary>Reads 64 bytes with the widest vectors of this processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonBlock Read(ref byte start) =>
        Vector512.IsHardwareAccelerated ? Read512(ref start) : Vector256.IsHardwareAccelerated ? Read256(ref start) : Read128(ref start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonBlock Read512(ref byte start)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref start);

        // { and [ differ in one bit, and so do } and ]; no other bytes become equal to them.
        Vector512<byte> brackets = bytes | Vector512.Create((byte)0x20);
        return new JsonBlock
        {
            _quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
            _backslashes = Vector512.Equals(bytes, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
            Opens = Vector512.Equals(brackets, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
            Closes = Vector512.Equals(brackets, Vector512.Create((byte)'}')).ExtractMostSignificantBits(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonBlock Read256(ref byte start)
    {
        JsonBlock block = default;
        block.Add(Vector256.LoadUnsafe(ref start), 0);
        block.Add(Vector256.LoadUnsafe(ref start, 32), 32);
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonBlock Read128(ref byte start)
    {
        JsonBlock block = default;
        block.Add(Vector128.LoadUnsafe(ref start), 0);
        block.Add(Vector128.LoadUnsafe(ref start, 16), 16);
        block.Add(Vector128.LoadUnsafe(ref start, 32), 32);
        block.Add(Vector128.LoadUnsafe(ref start, 48), 48);
        return block;
    }

    /// <summary>Strikes off what lies in strings.</summary>
    /// <param name="escape">1 if the block before ended with a backslash that escapes the first byte of this one.</param>
    /// <param name="inString">All ones if the block before ended inside a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RemoveStrings(ref ulong escape, ref ulong inString)
    {
        ulong quotes = _quotes;
        if ((_backslashes | escape) != 0)
        {
            quotes &= ~Escaped(ref escape);
        }

        ulong strings = PrefixXor(quotes) ^ inString;
        inString = (ulong)((long)strings >> 63);
        Opens &= ~strings;
        Closes &= ~strings;
    }

    /// <summary>Each bit becomes the sum of all up to it: set from an opening quote up to the closing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PrefixXor(ulong bits) =>
        Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar()
            : PrefixXorByShifts(bits);

    internal static ulong PrefixXorByShifts(ulong bits)
    {
        for (int shift = 1; shift < 64; shift <<= 1)
        {
            bits ^= bits << shift;
        }

        return bits;
    }

    /// <summary>The bytes that a backslash escapes: those behind runs of backslashes of odd length.</summary>
    private readonly ulong Escaped(ref ulong escape)
    {
        ulong backslashes = _backslashes & ~escape;
        ulong following = (backslashes << 1) | escape;
        ulong oddStarts = backslashes & ~EvenBits & ~following;
        ulong sum = oddStarts + backslashes;
        escape = sum < oddStarts ? 1UL : 0;
        return (EvenBits ^ (sum << 1)) & following;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector256<byte> bytes, int shift)
    {
        Vector256<byte> brackets = bytes | Vector256.Create((byte)0x20);
        _quotes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() << shift;
        _backslashes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'\\')).ExtractMostSignificantBits() << shift;
        Opens |= (ulong)Vector256.Equals(brackets, Vector256.Create((byte)'{')).ExtractMostSignificantBits() << shift;
        Closes |= (ulong)Vector256.Equals(brackets, Vector256.Create((byte)'}')).ExtractMostSignificantBits() << shift;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector128<byte> bytes, int shift)
    {
        Vector128<byte> brackets = bytes | Vector128.Create((byte)0x20);
        _quotes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits() << shift;
        _backslashes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits() << shift;
        Opens |= (ulong)Vector128.Equals(brackets, Vector128.Create((byte)'{')).ExtractMostSignificantBits() << shift;
        Closes |= (ulong)Vector128.Equals(brackets, Vector128.Create((byte)'}')).ExtractMostSignificantBits() << shift;
    }
}
