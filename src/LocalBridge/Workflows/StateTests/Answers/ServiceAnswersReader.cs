using System.Globalization;

namespace LocalBridge.Workflows.StateTests.Answers;

/// <summary>Reads the part of the table of answers that is about one service.</summary>
internal sealed class ServiceAnswersReader(string[] services)
{
    private readonly Dictionary<string, string[]> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerShape> _shapes = new(StringComparer.Ordinal);
    private readonly List<(string Operation, string Type)> _operations = [];

    internal void Add(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "op")
        {
            _operations.Add((words[1], words[2]));
        }
        else
        {
            _types.Add(words[1], words[2..]);
        }
    }

    internal void AddTo(Dictionary<string, AnswerShape> answers)
    {
        foreach ((string operation, string type) in _operations)
        {
            foreach (string service in services)
            {
                answers.Add($"{service}:{operation}", Find(type));
            }
        }
    }

    private AnswerShape Find(string name)
    {
        if (_shapes.TryGetValue(name, out AnswerShape? known))
        {
            return known;
        }

        if (!_types.TryGetValue(name, out string[]? words))
        {
            return _shapes[name] = new AnswerShape(ToKind(name));
        }

        // Known before its members are looked at, because a type may hold itself.
        AnswerShape shape = _shapes[name] = Create(words);
        if (shape.Kind is AnswerKind.List or AnswerKind.Map)
        {
            shape.Element = Find(words[1]);
        }
        else if (shape.Kind == AnswerKind.Structure)
        {
            foreach (string member in words[1..^1])
            {
                AddMember(shape, member);
            }
        }

        return shape;
    }

    private void AddMember(AnswerShape shape, string member)
    {
        int colon = member.IndexOf(':', StringComparison.Ordinal);
        string name = member[..colon].TrimEnd('!');
        shape.Members.Add(name, Find(member[(colon + 1)..]));
        if (member[colon - 1] == '!')
        {
            shape.Required.Add(name);
        }
    }

    private static AnswerShape Create(string[] words) => new(ToKind(words[0]))
    {
        Minimum = ReadBound(words, "min=", double.NegativeInfinity),
        Maximum = ReadBound(words, "max=", double.PositiveInfinity),
        Values = words[0] == "text" && !words[^1].Contains('=', StringComparison.Ordinal) ? [.. words[^1].Split('|')] : [],
    };

    private static double ReadBound(string[] words, string name, double none)
    {
        foreach (string word in words)
        {
            if (word.StartsWith(name, StringComparison.Ordinal))
            {
                return double.Parse(word.AsSpan(name.Length), CultureInfo.InvariantCulture);
            }
        }

        return none;
    }

    private static AnswerKind ToKind(string word) => word switch
    {
        "{" => AnswerKind.Structure,
        "list" => AnswerKind.List,
        "map" => AnswerKind.Map,
        "text" => AnswerKind.Text,
        "bytes" => AnswerKind.Bytes,
        "number" => AnswerKind.Number,
        "bool" => AnswerKind.Boolean,
        "any" => AnswerKind.Any,
        _ => throw new FormatException($"The table of service answers has an unknown kind '{word}'."),
    };
}
