using System.Text;

namespace LocalBridge.EventPatterns.Building;

/// <summary>An object of a pattern under construction: named sub-objects or leaves, in the order they were added.</summary>
internal sealed class PatternObject
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public bool IsEmpty => _members.Count == 0;

    /// <summary>Adds a leaf below the given names; false if the path already has a leaf, or ends at an object.</summary>
    public bool TryAdd(ReadOnlySpan<string> names, string leaf)
    {
        object? existing = Find(names[0]);
        if (names.Length == 1)
        {
            if (existing is not null)
            {
                return false;
            }

            _members.Add(new(names[0], leaf));
            return true;
        }

        if (existing is null)
        {
            PatternObject added = new();
            _members.Add(new(names[0], added));
            existing = added;
        }

        return existing is PatternObject nested && nested.TryAdd(names[1..], leaf);
    }

    public void WriteTo(StringBuilder text)
    {
        char separator = '{';
        foreach ((string name, object value) in _members)
        {
            text.Append(separator).Append(PatternText.Quote(name)).Append(':');
            separator = ',';
            if (value is PatternObject nested)
            {
                nested.WriteTo(text);
            }
            else
            {
                text.Append((string)value);
            }
        }

        text.Append(IsEmpty ? "{}" : "}");
    }

    private object? Find(string name)
    {
        foreach ((string key, object value) in _members)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
