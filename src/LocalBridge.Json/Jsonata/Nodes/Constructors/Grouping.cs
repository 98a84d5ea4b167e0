using System.Buffers;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Collects values under keys, in the order in which keys come up.</summary>
internal sealed class Grouping : IDisposable
{
    // Up to here a key is looked for by comparing.
    private const int LargestLinear = 8;
    private const int FirstCapacity = 16;

    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(FirstCapacity);
    private Member[] _members = ArrayPool<Member>.Shared.Rent(FirstCapacity);
    private int _memberCount;
    private Dictionary<string, int>? _index;

    internal int Count { get; private set; }

    internal string KeyOf(int group) => _entries[group].Key;

    internal int PairOf(int group) => _entries[group].Pair;

    internal JsonValue DataOf(int group) => _entries[group].Data;

    /// <summary>Adds a value to the group of a key.</summary>
    /// <returns><see langword="false"/> where another pair has made the same key.</returns>
    internal bool TryAdd(string key, int pair, JsonValue value)
    {
        int group = IndexOf(key);
        if (group < 0)
        {
            Create(key, pair, value);
            return true;
        }

        ref Entry entry = ref _entries[group];
        if (entry.Pair != pair)
        {
            return false;
        }

        if (entry.Members == 1)
        {
            Note(group, entry.Data);
        }

        entry.Members++;
        Note(group, value);
        return true;
    }

    /// <summary>Makes the array of each group that has more than one value; arrays among the values are strung in.</summary>
    internal void Gather()
    {
        if (_memberCount == 0)
        {
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            ref Entry entry = ref _entries[i];
            if (entry.Members > 1)
            {
                entry.Items = new JsonValue[entry.Length];
                entry.Length = 0;
            }
        }

        foreach (ref Member member in _members.AsSpan(0, _memberCount))
        {
            ref Entry entry = ref _entries[member.Group];
            if (member.Value.Reference is JsonArray array)
            {
                array.AsSpan().CopyTo(entry.Items.AsSpan(entry.Length));
                entry.Length += array.Count;
            }
            else if (!member.Value.IsUndefined)
            {
                entry.Items![entry.Length++] = member.Value;
            }
        }

        foreach (ref Entry entry in _entries.AsSpan(0, Count))
        {
            entry.Data = entry.Items is null ? entry.Data : JsonArray.FromStorage(entry.Items, entry.Length);
        }
    }

    public void Dispose()
    {
        ArrayPool<Entry>.Shared.Return(_entries, clearArray: true);
        ArrayPool<Member>.Shared.Return(_members, clearArray: true);
        _entries = [];
        _members = [];
    }

    private void Create(string key, int pair, JsonValue value)
    {
        if (Count == _entries.Length)
        {
            Grow(ref _entries);
        }

        _entries[Count] = new Entry { Key = key, Pair = pair, Data = value, Members = 1 };
        _index?.Add(key, Count);
        Count++;
    }

    private void Note(int group, JsonValue value)
    {
        if (_memberCount == _members.Length)
        {
            Grow(ref _members);
        }

        _members[_memberCount++] = new Member(group, value);
        _entries[group].Length += value.Reference is JsonArray array ? array.Count : 1;
    }

    private static void Grow<T>(ref T[] items)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        items.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(items, clearArray: true);
        items = larger;
    }

    private int IndexOf(string key)
    {
        if (Count > LargestLinear)
        {
            if (_index is null)
            {
                _index = new Dictionary<string, int>(StringComparer.Ordinal);
                for (int i = 0; i < Count; i++)
                {
                    _index.Add(_entries[i].Key, i);
                }
            }

            return _index.GetValueOrDefault(key, -1);
        }

        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_entries[i].Key, key))
            {
                return i;
            }
        }

        return -1;
    }

    private struct Entry
    {
        internal string Key;
        internal int Pair;
        internal int Members;
        internal int Length;
        internal JsonValue Data;
        internal JsonValue[]? Items;
    }

    private readonly record struct Member(int Group, JsonValue Value);
}
