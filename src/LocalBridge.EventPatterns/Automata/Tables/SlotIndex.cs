namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>A hash table of numbers whose keys lie elsewhere: the caller compares.</summary>
internal sealed class SlotIndex
{
    private (uint Hash, int Next)[] _slots;
    private int _count;

    public SlotIndex() => _slots = new (uint, int)[4];

    private SlotIndex(SlotIndex source)
    {
        _slots = [.. source._slots];
        _count = source._count;
    }

    public SlotIndex Clone() => new(this);

    /// <summary>Goes through the numbers stored with a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cursor">Where the search stands; -1 at first.</param>
    /// <returns>A number, or -1 at the end.</returns>
    public int Next(uint hash, ref int cursor)
    {
        int mask = _slots.Length - 1;
        for (int index = cursor < 0 ? (int)hash & mask : (cursor + 1) & mask; ; index = (index + 1) & mask)
        {
            (uint found, int number) = _slots[index];
            if (number == 0)
            {
                return -1;
            }

            if (found == hash)
            {
                cursor = index;
                return number - 1;
            }
        }
    }

    public void Add(uint hash, int number)
    {
        if ((_count + 1) * 3 > _slots.Length * 2)
        {
            (uint Hash, int Next)[] old = _slots;
            _slots = new (uint, int)[old.Length * 2];
            foreach ((uint Hash, int Next) slot in old)
            {
                if (slot.Next != 0)
                {
                    Place(slot);
                }
            }
        }

        Place((hash, number + 1));
        _count++;
    }

    public void Remove(uint hash, int number)
    {
        int mask = _slots.Length - 1;
        int gap = (int)hash & mask;
        while (_slots[gap] != (hash, number + 1))
        {
            gap = (gap + 1) & mask;
        }

        for (int next = (gap + 1) & mask; _slots[next].Next != 0; next = (next + 1) & mask)
        {
            int home = (int)_slots[next].Hash & mask;
            if (((next - home) & mask) >= ((next - gap) & mask))
            {
                _slots[gap] = _slots[next];
                gap = next;
            }
        }

        _slots[gap] = default;
        _count--;
    }

    private void Place((uint Hash, int Next) slot)
    {
        int mask = _slots.Length - 1;
        int index = (int)slot.Hash & mask;
        while (_slots[index].Next != 0)
        {
            index = (index + 1) & mask;
        }

        _slots[index] = slot;
    }
}
