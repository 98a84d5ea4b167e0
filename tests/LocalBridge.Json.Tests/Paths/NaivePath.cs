using System.Globalization;

namespace LocalBridge.Json.Tests.Paths;

/// <summary>Evaluates names, indexes, wildcards over arrays and scans for a name in the plainest way, as an oracle.</summary>
internal static class NaivePath
{
    /// <summary>Returns the matches of the steps, each of them .name, [n], [*] or ..name; null where the path is not found.</summary>
    internal static List<JsonValue>? Evaluate(JsonValue root, IReadOnlyList<string> steps)
    {
        if (steps.Count == 0)
        {
            return [root];
        }

        string step = steps[0];
        string[] rest = [.. steps.Skip(1)];
        if (step == "[*]")
        {
            return root.IsArray
                ? [.. root.AsArray().SelectMany(item => Evaluate(item, rest) ?? [])]
                : root.IsObject ? Join(root.AsObject().Select(member => Evaluate(member.Value, rest))) : [];
        }

        if (step.StartsWith("..", StringComparison.Ordinal))
        {
            return Join(Containers(root).Where(item => item.AsObject().ContainsKey(step[2..])).Select(item => Evaluate(item[step[2..]], rest)));
        }

        JsonValue child = step[0] == '.' ? root[step[1..]] : root[int.Parse(step[1..^1], CultureInfo.InvariantCulture)];
        return child.IsUndefined ? null : Evaluate(child, rest);
    }

    private static List<JsonValue>? Join(IEnumerable<List<JsonValue>?> parts)
    {
        List<JsonValue>?[] all = [.. parts];
        return all.Contains(null) ? null : [.. all.SelectMany(part => part!)];
    }

    private static IEnumerable<JsonValue> Containers(JsonValue value)
    {
        if (value.IsObject)
        {
            yield return value;
        }

        IEnumerable<JsonValue> children = value.IsObject ? value.AsObject().Select(member => member.Value) : value.IsArray ? value.AsArray() : [];
        foreach (JsonValue container in children.SelectMany(Containers))
        {
            yield return container;
        }
    }
}
