namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Knows how many groups an expression captures and what they are called: a reference may stand in front of its group.</summary>
internal sealed class PatternGroups
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private PatternGroups()
    {
    }

    internal int Count { get; private set; }

    internal bool HasNames => _numbers.Count > 0;

    internal int? NumberOf(string name) => _numbers.TryGetValue(name, out int number) ? number : null;

    /// <exception cref="JsonataException">S0303: a name is faulty or given twice.</exception>
    internal static PatternGroups Find(string text)
    {
        var groups = new PatternGroups();
        bool isInClass = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass:
                    groups.Add(text, i + 1);
                    break;
            }
        }

        return groups;
    }

    private void Add(string text, int at)
    {
        if (at >= text.Length || text[at] != '?')
        {
            Count++;
            return;
        }

        bool isNamed = at + 2 < text.Length && text[at + 1] == '<' && text[at + 2] is not ('=' or '!');
        if (!isNamed)
        {
            return;
        }

        Count++;
        int end = text.IndexOf('>', at);
        string name = end < 0 ? string.Empty : text[(at + 2)..end];
        if (!IsName(name))
        {
            throw RegexFault.Create(text, "Invalid capture group name");
        }

        if (!_numbers.TryAdd(name, Count))
        {
            throw RegexFault.Create(text, "Duplicate capture group name");
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '$');
}
