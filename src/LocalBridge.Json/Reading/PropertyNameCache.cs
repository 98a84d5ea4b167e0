using System.Buffers.Binary;
using System.Text;

namespace LocalBridge.Json.Reading;

/// <summary>
/// Keeps recently read names of members, so that reading the same name again makes no string and looking a member up is a
/// comparison of references.
/// </summary>
/// <remarks>
/// Threads write without a lock: a slot holds any complete string or none, and every reader compares before it uses it. The memory is
/// bounded by the number of slots and <see cref="LongestName"/>; a hostile text can only push names out.
/// </remarks>
internal sealed class PropertyNameCache
{
    /// <summary>The cache of this process: names of members repeat between texts more than within one.</summary>
    internal static readonly PropertyNameCache Shared = new();

    internal const int LongestName = 40;

    private const int Slots = 1024;

    private readonly string?[] _names = new string?[Slots];

    /// <summary>Returns the string of a name given in UTF-8.</summary>
    internal string Intern(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestName)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref string? slot = ref _names[Slot(utf8)];
        string? known = Volatile.Read(ref slot);
        if (known is not null && Ascii.Equals(utf8, known))
        {
            return known;
        }

        string name = Encoding.UTF8.GetString(utf8);
        if (name.Length == utf8.Length)
        {
            // As many characters as bytes: the name is ASCII, which is all that the comparison above can find again.
            Volatile.Write(ref slot, name);
        }

        return name;
    }

    /// <summary>Returns the string that readers use for a name.</summary>
    internal string Intern(string name)
    {
        Span<byte> utf8 = stackalloc byte[LongestName];
        return Ascii.IsValid(name) && name.Length <= LongestName && Encoding.ASCII.TryGetBytes(name, utf8, out int length)
            ? Intern(utf8[..length])
            : name;
    }

    private static int Slot(ReadOnlySpan<byte> name)
    {
        // The first and the last eight bytes and the length tell names of one application apart well enough.
        ulong first;
        ulong last;
        if (name.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else
        {
            first = 0;
            foreach (byte character in name)
            {
                first = (first << 8) | character;
            }

            last = first;
        }

        ulong hash = unchecked(((first * 0x9E37_79B9_7F4A_7C15) ^ (last * 0xC2B2_AE3D_27D4_EB4F)) + ((ulong)name.Length << 56));
        return (int)((hash ^ (hash >> 29)) * 0xBF58_476D_1CE4_E5B9 >> 54);
    }
}
