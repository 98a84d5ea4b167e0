namespace LocalBridge.Json;

/// <summary>
/// Holds the names of an object's members in their order. Objects with the same members share one shape: records of a list
/// read from one text, and copies that changed a value.
/// </summary>
internal sealed class JsonObjectShape
{
    internal static readonly JsonObjectShape Empty = new([], null);

    // Up to here comparing names one by one is faster than hashing the wanted one.
    private const int LargestLinear = 8;

    // Built on the first lookup in a large object. Races build it twice, with the same content.
    private Dictionary<string, int>? _index;

    internal JsonObjectShape(string[] names, Dictionary<string, int>? index)
    {
        Names = names;
        _index = index;
    }

    /// <summary>Gets the names, each once, in their order.</summary>
    internal string[] Names { get; }

    /// <summary>Returns the position of a name, or -1.</summary>
    internal int IndexOf(string name)
    {
        string[] names = Names;
        if (names.Length > LargestLinear)
        {
            return IndexOfHashed(name);
        }

        // Names are interned when they are read, so the right one is nearly always the same object.
        for (int i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name))
            {
                return i;
            }
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    internal JsonObjectShape Append(string name)
    {
        var names = new string[Names.Length + 1];
        Names.CopyTo(names, 0);
        names[^1] = name;
        return new JsonObjectShape(names, null);
    }

    internal JsonObjectShape RemoveAt(int index)
    {
        var names = new string[Names.Length - 1];
        Names.AsSpan(0, index).CopyTo(names);
        Names.AsSpan(index + 1).CopyTo(names.AsSpan(index));
        return new JsonObjectShape(names, null);
    }

    internal static Dictionary<string, int> CreateIndex(ReadOnlySpan<string> names, int capacity)
    {
        var index = new Dictionary<string, int>(capacity, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            index.Add(names[i], i);
        }

        return index;
    }

    private int IndexOfHashed(string name)
    {
        Dictionary<string, int>? index = Volatile.Read(ref _index);
        if (index is null)
        {
            index = CreateIndex(Names, Names.Length);
            Volatile.Write(ref _index, index);
        }

        return index.TryGetValue(name, out int position) ? position : -1;
    }
}
