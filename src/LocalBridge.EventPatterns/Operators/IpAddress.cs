using System.Buffers;
using System.Buffers.Binary;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>An IP address as event patterns read it: an IPv6 address that maps an IPv4 address is that IPv4 address.</summary>
internal readonly record struct IpAddress(UInt128 Bits, bool IsV6)
{
    internal const int GroupCount = 8;

    internal static readonly SearchValues<byte> CharactersOfV6 = SearchValues.Create("0123456789abcdefABCDEF:"u8);

    /// <summary>How many bits an address of this kind has.</summary>
    public int Width => IsV6 ? 128 : 32;

    /// <summary>The address without its host bits.</summary>
    public IpAddress Network(int networkBits) => this with { Bits = networkBits == 0 ? UInt128.Zero : Bits & (UInt128.MaxValue << (Width - networkBits)) };

    /// <summary>Whether the text has the characters of an address, valid or not: four runs of digits between dots, or digits and colons.</summary>
    public static bool HasShapeOfAddress(ReadOnlySpan<byte> text) => HasShapeOfV4(text) || HasShapeOfV6(text);

    public static bool TryParse(ReadOnlySpan<byte> text, out IpAddress address)
    {
        // The longest spelling that can be an address is bounded only by leading zeros in IPv6 groups; most strings fail on their first byte.
        address = default;
        return text.Length >= 2 && (char.IsAsciiHexDigit((char)text[0]) || text[0] == ':') && (TryParseV4(text, out address) || TryParseV6(text, out address));
    }

    private static bool HasShapeOfV4(ReadOnlySpan<byte> text)
    {
        int dots = 0;
        byte before = (byte)'.';
        foreach (byte b in text)
        {
            if (b == '.' ? before == '.' : !char.IsAsciiDigit((char)b))
            {
                return false;
            }

            dots += b == '.' ? 1 : 0;
            before = b;
        }

        return dots == 3 && before != '.';
    }

    private static bool HasShapeOfV6(ReadOnlySpan<byte> text) => text.Contains((byte)':') && !text.ContainsAnyExcept(CharactersOfV6);

    private static bool TryParseV4(ReadOnlySpan<byte> text, out IpAddress address)
    {
        const int Longest = 15;
        address = default;
        if (text.Length > Longest || !HasShapeOfV4(text))
        {
            return false;
        }

        uint bits = 0;
        uint part = 0;
        foreach (byte b in text)
        {
            if (b == '.')
            {
                bits = (bits << 8) | part;
                part = 0;
                continue;
            }

            part = (part * 10) + (uint)(b - '0');
            if (part > byte.MaxValue)
            {
                return false;
            }
        }

        address = new IpAddress((bits << 8) | part, false);
        return true;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> text, out IpAddress address)
    {
        address = default;
        if (!HasShapeOfV6(text))
        {
            return false;
        }

        int gap = text.IndexOf("::"u8);
        Span<ushort> groups = stackalloc ushort[GroupCount];
        if (gap < 0)
        {
            return TryReadGroups(text, groups, out int all) && all == GroupCount && Create(groups, out address);
        }

        Span<ushort> tail = stackalloc ushort[GroupCount];
        ReadOnlySpan<byte> after = text[(gap + 2)..];
        if (!TryReadGroups(text[..gap], groups, out int before) || !TryReadGroups(after, tail, out int behind) || before + behind >= GroupCount)
        {
            return false;
        }

        groups[before..].Clear();
        tail[..behind].CopyTo(groups[(GroupCount - behind)..]);
        return Create(groups, out address);
    }

    private static bool TryReadGroups(ReadOnlySpan<byte> text, Span<ushort> groups, out int count)
    {
        count = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        foreach (Range range in text.Split((byte)':'))
        {
            ReadOnlySpan<byte> digits = text[range];
            if (digits.IsEmpty || count == GroupCount)
            {
                return false;
            }

            uint group = 0;
            foreach (byte digit in digits)
            {
                group = (group << 4) | (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
                if (group > ushort.MaxValue)
                {
                    return false;
                }
            }

            groups[count++] = (ushort)group;
        }

        return true;
    }

    private static bool Create(ReadOnlySpan<ushort> groups, out IpAddress address)
    {
        Span<byte> bytes = stackalloc byte[GroupCount * 2];
        for (int i = 0; i < GroupCount; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(i * 2)..], groups[i]);
        }

        UInt128 bits = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        bool mapped = bits >> 32 == 0xFFFF;
        address = mapped ? new IpAddress((uint)bits, false) : new IpAddress(bits, true);
        return true;
    }
}
