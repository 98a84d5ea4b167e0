using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>Scores the wildcards of a pattern as EventBridge does.</summary>
/// <remarks>
/// The score of a field is the largest number of positions one input could keep open at once: each literal position just reached and each star that can
/// still absorb characters, over all wildcards of the field (the quotes of the string count as literals). Shapes listed in one <c>anything-but</c> share
/// what they have in common: equal beginnings count once, and so do their ends. The score of a pattern is that of its worst field.
/// </remarks>
internal static class WildcardComplexity
{
    public static int Measure(ImmutableArray<SubRule> subRules)
    {
        Dictionary<FieldCondition, int> numbers = new(ReferenceEqualityComparer.Instance);
        if (!subRules.Any(subRule => subRule.Fields.Any(HasWildcards)))
        {
            return 0;
        }

        // Sub-rules share a field's automaton in EventBridge when they agree on every field tested before it.
        Dictionary<string, HashSet<FieldCondition>> fields = new(StringComparer.Ordinal);
        foreach (SubRule subRule in subRules)
        {
            string before = "";
            foreach (FieldCondition condition in subRule.Fields)
            {
                if (HasWildcards(condition))
                {
                    string key = $"{before}\n{condition.Path}";
                    if (!fields.TryGetValue(key, out HashSet<FieldCondition>? conditions))
                    {
                        fields.Add(key, conditions = []);
                    }

                    conditions.Add(condition);
                }

                numbers.TryAdd(condition, numbers.Count);
                before = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{before},{numbers[condition]}");
            }
        }

        Dictionary<string, int> scores = new(StringComparer.Ordinal);
        int worst = 0;
        foreach (HashSet<FieldCondition> conditions in fields.Values)
        {
            string key = string.Join(',', conditions.Select(condition => numbers[condition]).Order());
            if (!scores.TryGetValue(key, out int score))
            {
                score = new OpenPositions(conditions.SelectMany(condition => condition.Operators)).Largest();
                scores.Add(key, score);
            }

            worst = Math.Max(worst, score);
        }

        return worst;
    }

    private static bool HasWildcards(FieldCondition condition) => condition.Operators.Any(candidate => candidate.Wildcards.Length > 0);
}
