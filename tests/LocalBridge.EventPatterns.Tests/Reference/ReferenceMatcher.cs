using System.Text.Json;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>
/// The rules of event patterns written down as plainly as possible and independently of the library: trees, dictionaries, and trying every combination.
/// Knows valid patterns only.
/// </summary>
internal static class ReferenceMatcher
{
    public static bool IsMatch(string pattern, string eventText)
    {
        using JsonDocument patternDocument = JsonDocument.Parse(pattern);
        using JsonDocument eventDocument = JsonDocument.Parse(eventText);
        List<ReferenceValue> values = ReferenceValue.Flatten(eventDocument.RootElement);
        return SubRules(patternDocument.RootElement).Any(rule => IsMatch([.. rule.OrderBy(field => field.Key, StringComparer.Ordinal)], 0, values, new Dictionary<int, int>()));
    }

    /// <summary>All combinations of $or branches; each maps a path to its alternatives.</summary>
    private static List<Dictionary<string, JsonElement>> SubRules(JsonElement pattern)
    {
        List<Dictionary<string, JsonElement>> rules = [[]];
        Collect(pattern, "", rules);
        return rules;
    }

    private static void Collect(JsonElement element, string prefix, List<Dictionary<string, JsonElement>> rules)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string path = prefix + property.Name;
            if (property.Name == "$or")
            {
                List<Dictionary<string, JsonElement>> before = [.. rules];
                rules.Clear();
                foreach (JsonElement branch in property.Value.EnumerateArray())
                {
                    List<Dictionary<string, JsonElement>> forked = before.ConvertAll(rule => new Dictionary<string, JsonElement>(rule));
                    Collect(branch, prefix, forked);
                    rules.AddRange(forked);
                }
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(property.Value, $"{path}.", rules);
            }
            else
            {
                rules.ForEach(rule => rule[path] = property.Value);
            }
        }
    }

    private static bool IsMatch(KeyValuePair<string, JsonElement>[] fields, int index, List<ReferenceValue> values, Dictionary<int, int> chosen)
    {
        if (index == fields.Length)
        {
            return true;
        }

        (string path, JsonElement alternatives) = fields[index];
        ReferenceValue[] usable = [.. values.Where(value => value.Path == path && value.IsConsistentWith(chosen))];
        foreach (JsonElement alternative in alternatives.EnumerateArray())
        {
            if (ReferenceOperators.IsAbsence(alternative))
            {
                if (usable.Length == 0 && IsMatch(fields, index + 1, values, chosen))
                {
                    return true;
                }

                continue;
            }

            foreach (ReferenceValue value in usable.Where(value => ReferenceOperators.Accepts(alternative, value.Value)))
            {
                Dictionary<int, int> further = new(chosen);
                foreach ((int array, int element) in value.Elements)
                {
                    further[array] = element;
                }

                if (IsMatch(fields, index + 1, values, further))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
