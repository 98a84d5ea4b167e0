namespace LocalBridge.Events;

/// <summary>Watches the keys of a JSON text go by and tells whether they are certainly unique, by their hashes. In doubt they are not.</summary>
/// <param name="room">Room for the keys of all objects that are open at once. Beyond it nothing is certain.</param>
internal ref struct UniqueKeys(Span<ulong> room)
{
    internal const int Room = 128;

    /// <summary>The keys of the open objects, the outermost first: the depth, and the hash in the lower half.</summary>
    private readonly Span<ulong> _keys = room;

    private int _count;

    /// <summary>Gets whether no object repeated a key and no key had a dot.</summary>
    internal bool AreUnique { readonly get; private set; } = true;

    /// <summary>An object begins, whose keys have this depth.</summary>
    internal void Open(int depth)
    {
        while (_count > 0 && _keys[_count - 1] >> 32 >= (uint)depth)
            _count--;
    }

    internal void Add(ReadOnlySpan<byte> key, int depth, bool isEscaped)
    {
        if (!AreUnique)
            return;
        Open(depth + 1);
        ulong entry = ((ulong)depth << 32) | Hash(key);
        if (isEscaped || _count == _keys.Length || key.Contains((byte)'.') || _keys[.._count].Contains(entry))
        {
            AreUnique = false;
            return;
        }

        _keys[_count++] = entry;
    }

    private static uint Hash(ReadOnlySpan<byte> key)
    {
        uint hash = 2_166_136_261;
        foreach (byte b in key)
            hash = (hash ^ b) * 16_777_619;
        return hash;
    }
}
