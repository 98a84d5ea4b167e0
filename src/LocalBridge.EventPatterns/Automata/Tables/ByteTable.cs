using System.Runtime.CompilerServices;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>A hash table from byte strings to numbers. Keys of up to 16 bytes lie in the slots themselves, so a look-up touches one place.</summary>
/// <remarks>Changed only by the editor that made this copy; frozen afterwards.</remarks>
internal sealed class ByteTable : IKeyTable
{
    private const int SmallestCapacity = 4;

    private Slot[] _slots;
    private byte[]?[] _longKeys;
    private int _longCount;

    public ByteTable()
    {
        _slots = new Slot[SmallestCapacity];
        _longKeys = [];
    }

    private ByteTable(ByteTable source)
    {
        _slots = [.. source._slots];
        _longKeys = [.. source._longKeys];
        _longCount = source._longCount;
        Count = source.Count;
    }

    public int Count { get; private set; }

    public ByteTable Clone() => new(this);

    /// <summary>The number stored for a key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> key)
    {
        if (key.Length > PackedKey.MaximumLength)
        {
            return FindLong(key);
        }

        ulong head = PackedKey.Pack(key, out ulong tail);
        return Find(head, tail, key.Length);
    }

    /// <summary>The number stored for a packed key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong head, ulong tail, int length)
    {
        Slot[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint index = PackedKey.Hash(head, tail, length) & mask; ; index = (index + 1) & mask)
        {
            ref Slot slot = ref slots[index];
            if (slot.Head == head && slot.Tail == tail && slot.Tag == length + 1)
            {
                return slot.Value;
            }

            if (slot.Tag == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Stores a number, which must not be negative, in place of the one stored before.</summary>
    public void Set(ReadOnlySpan<byte> key, int value)
    {
        if (key.Length <= PackedKey.MaximumLength)
        {
            ulong head = PackedKey.Pack(key, out ulong tail);
            Set(head, tail, key.Length, value);
            return;
        }

        int index = FindLongSlot(key);
        if (index >= 0)
        {
            _slots[index].Value = value;
            return;
        }

        if (_longCount == _longKeys.Length)
        {
            Array.Resize(ref _longKeys, Math.Max(4, _longCount * 2));
        }

        _longKeys[_longCount] = key.ToArray();
        Insert(new Slot { Head = PackedKey.HashLong(key), Tail = (ulong)_longCount++, Tag = key.Length + 1, Value = value });
    }

    public void Set(ulong head, ulong tail, int length, int value)
    {
        uint mask = (uint)_slots.Length - 1;
        for (uint index = PackedKey.Hash(head, tail, length) & mask; _slots[index].Tag != 0; index = (index + 1) & mask)
        {
            ref Slot slot = ref _slots[index];
            if (slot.Head == head && slot.Tail == tail && slot.Tag == length + 1)
            {
                slot.Value = value;
                return;
            }
        }

        Insert(new Slot { Head = head, Tail = tail, Tag = length + 1, Value = value });
    }

    /// <summary>Stores another number for the one key that has a number.</summary>
    public void Replace(int value, int replacement)
    {
        foreach (ref Slot slot in _slots.AsSpan())
        {
            if (slot.Tag != 0 && slot.Value == value)
            {
                slot.Value = replacement;
                return;
            }
        }
    }

    public void Remove(ReadOnlySpan<byte> key)
    {
        if (key.Length > PackedKey.MaximumLength)
        {
            RemoveLong(key);
            return;
        }

        ulong head = PackedKey.Pack(key, out ulong tail);
        Remove(head, tail, key.Length);
    }

    public void Remove(ulong head, ulong tail, int length)
    {
        uint mask = (uint)_slots.Length - 1;
        for (uint index = PackedKey.Hash(head, tail, length) & mask; _slots[index].Tag != 0; index = (index + 1) & mask)
        {
            ref Slot slot = ref _slots[index];
            if (slot.Head == head && slot.Tail == tail && slot.Tag == length + 1)
            {
                RemoveAt((int)index);
                return;
            }
        }
    }

    /// <summary>Gives back the room kept for growth.</summary>
    public void Trim()
    {
        if (_longKeys.Length > _longCount)
        {
            Array.Resize(ref _longKeys, _longCount);
        }
    }

    private static uint Home(in Slot slot) =>
        slot.Tag > PackedKey.MaximumLength + 1 ? (uint)(slot.Head >> 32) : PackedKey.Hash(slot.Head, slot.Tail, slot.Tag - 1);

    private int FindLong(ReadOnlySpan<byte> key)
    {
        int index = _longCount == 0 ? -1 : FindLongSlot(key);
        return index < 0 ? -1 : _slots[index].Value;
    }

    private int FindLongSlot(ReadOnlySpan<byte> key)
    {
        ulong hash = PackedKey.HashLong(key);
        uint mask = (uint)_slots.Length - 1;
        for (uint index = (uint)(hash >> 32) & mask; _slots[index].Tag != 0; index = (index + 1) & mask)
        {
            ref Slot slot = ref _slots[index];
            if (slot.Tag == key.Length + 1 && slot.Head == hash && key.SequenceEqual(_longKeys[slot.Tail]))
            {
                return (int)index;
            }
        }

        return -1;
    }

    private void RemoveLong(ReadOnlySpan<byte> key)
    {
        int index = FindLongSlot(key);
        if (index < 0)
        {
            return;
        }

        // The last long key moves into the gap.
        ulong gap = _slots[index].Tail;
        RemoveAt(index);
        byte[] last = _longKeys[--_longCount]!;
        _longKeys[_longCount] = null;
        if (gap != (ulong)_longCount)
        {
            _slots[FindMoved(last, (ulong)_longCount)].Tail = gap;
            _longKeys[gap] = last;
        }
    }

    private uint FindMoved(byte[] key, ulong number)
    {
        uint mask = (uint)_slots.Length - 1;
        uint index = (uint)(PackedKey.HashLong(key) >> 32) & mask;
        while (_slots[index].Tag != key.Length + 1 || _slots[index].Tail != number)
        {
            index = (index + 1) & mask;
        }

        return index;
    }

    private void Insert(Slot added)
    {
        if ((Count + 1) * 2 > _slots.Length)
        {
            Slot[] old = _slots;
            _slots = new Slot[old.Length * 2];
            foreach (ref readonly Slot slot in old.AsSpan())
            {
                if (slot.Tag != 0)
                {
                    Place(slot);
                }
            }
        }

        Place(added);
        Count++;
    }

    private void Place(in Slot slot)
    {
        uint mask = (uint)_slots.Length - 1;
        uint index = Home(slot) & mask;
        while (_slots[index].Tag != 0)
        {
            index = (index + 1) & mask;
        }

        _slots[index] = slot;
    }

    /// <summary>Empties a slot and moves back what was pushed past it, so that no search ends early.</summary>
    private void RemoveAt(int index)
    {
        uint mask = (uint)_slots.Length - 1;
        uint gap = (uint)index;
        for (uint next = (gap + 1) & mask; _slots[next].Tag != 0; next = (next + 1) & mask)
        {
            uint home = Home(_slots[next]) & mask;
            if (((next - home) & mask) >= ((next - gap) & mask))
            {
                _slots[gap] = _slots[next];
                gap = next;
            }
        }

        _slots[gap] = default;
        Count--;
    }

    private struct Slot
    {
        public ulong Head;
        public ulong Tail;

        /// <summary>The length of the key and one; 0 for an empty slot. Of a longer key <see cref="Head"/> is the hash and <see cref="Tail"/> the number.</summary>
        public int Tag;
        public int Value;
    }
}
