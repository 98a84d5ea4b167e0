using System.Text.RegularExpressions;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Represents one match: of a regular expression, or what a matcher function of the expression returned.</summary>
internal readonly struct RegexHit
{
    private readonly Match? _match;
    private readonly string? _text;
    private readonly JsonArray? _groups;

    /// <summary>Takes a match of the runtime; texts are only cut out when they are asked for.</summary>
    internal RegexHit(Match match)
    {
        _match = match;
        Start = match.Index;
        End = match.Index + match.Length;
    }

    /// <summary>Takes what a matcher function returned.</summary>
    /// <param name="text">The member <c>match</c>.</param>
    /// <param name="start">The member <c>start</c>.</param>
    /// <param name="end">The member <c>end</c>.</param>
    /// <param name="groups">The member <c>groups</c>.</param>
    internal RegexHit(string text, int start, int end, JsonArray groups)
    {
        _text = text;
        _groups = groups;
        Start = start;
        End = end;
    }

    internal int Start { get; }

    internal int End { get; }

    internal int Length => _match?.Length ?? _text!.Length;

    internal string Text => _text ?? _match!.Value;

    internal int GroupCount => _groups?.Count ?? _match!.Groups.Count - 1;

    /// <summary>Returns what a group captured, counted from one; <see langword="null"/> for nothing.</summary>
    internal string? Group(int number)
    {
        if (number < 1 || number > GroupCount)
        {
            return null;
        }

        if (_groups is not null)
        {
            return _groups[number - 1].TryGetString(out string? text) ? text : null;
        }

        Group group = _match!.Groups[number];
        return group.Success ? group.Value : null;
    }

    /// <summary>Returns what the groups captured. A group that took no part is undefined in the array: it shows as null in JSON, and is nothing
    /// to the functions of the language.</summary>
    internal JsonArray ToGroups()
    {
        if (_groups is not null)
        {
            return _groups;
        }

        var items = new JsonValue[GroupCount];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Group(i + 1) is { } text ? text : default(JsonValue);
        }

        return JsonArray.FromStorage(items, items.Length);
    }
}
