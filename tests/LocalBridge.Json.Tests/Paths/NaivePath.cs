using System.Globalization;

namespace LocalBridge.Json.Tests.Paths;

/// <summary>Evaluates names, indexes, wildcards and scans for a name in the plainest way, as an oracle.</summary>
internal static class NaivePath
{
    /// <summary>Finds the matches of the steps, each of them .name, [n], [*] or ..name.</summary>
    internal static bool TryEvaluate(JsonValue root, IReadOnlyList<string> steps, out List<JsonValue> matches)
    {
        matches = [];
        try
        {
            Visit(root, steps, matches);
            return true;
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Visit(JsonValue value, IReadOnlyList<string> steps, List<JsonValue> matches)
    {
        if (steps.Count == 0)
        {
            matches.Add(value);
            return;
        }

        string step = steps[0];
        string[] rest = [.. steps.Skip(1)];
        if (step == "[*]")
        {
            VisitAll(value, rest, matches);
        }
        else if (step.StartsWith("..", StringComparison.Ordinal))
        {
            foreach (JsonValue container in Objects(value).Where(container => container.AsObject().ContainsKey(step[2..])).ToArray())
            {
                Visit(container[step[2..]], rest, matches);
            }
        }
        else
        {
            // An index into something that is no array is no matter of finding: AsArray throws the other exception.
            int index = step[0] == '[' ? int.Parse(step[1..^1], CultureInfo.InvariantCulture) : -1;
            JsonValue child = index < 0 ? value[step[1..]] : value.IsNull || index >= value.AsArray().Count ? default : value[index];
            Visit(child.IsUndefined ? throw new KeyNotFoundException() : child, rest, matches);
        }
    }

    // Elements in which the rest is not found are passed over, with what they gave up to there; members are not.
    private static void VisitAll(JsonValue value, string[] rest, List<JsonValue> matches)
    {
        foreach (JsonValue member in value.IsObject ? value.AsObject().Values.ToArray() : [])
        {
            Visit(member, rest, matches);
        }

        foreach (JsonValue element in value.IsArray ? value.AsArray() : JsonArray.Empty)
        {
            try
            {
                Visit(element, rest, matches);
            }
            catch (KeyNotFoundException)
            {
            }
        }
    }

    private static IEnumerable<JsonValue> Objects(JsonValue value)
    {
        IEnumerable<JsonValue> self = value.IsObject ? [value] : [];
        IEnumerable<JsonValue> children = value.IsObject ? value.AsObject().Values.ToArray() : value.IsArray ? value.AsArray() : [];
        return self.Concat(children.SelectMany(Objects));
    }
}
