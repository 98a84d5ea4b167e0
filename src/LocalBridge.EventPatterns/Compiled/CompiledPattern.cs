using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>The immutable model every matcher works on: a list of sub-rules, their distinct conditions, and the tree of the paths they mention.</summary>
internal sealed class CompiledPattern
{
    private CompiledPattern(ImmutableArray<SubRule> subRules, ImmutableArray<FieldPath> paths, int conditionCount)
    {
        SubRules = subRules;
        Paths = paths;
        ConditionCount = conditionCount;
        Nodes = PathTree.Build(paths);
        Complexity = WildcardComplexity.Measure(subRules);
        IsSingleRule = subRules.Length == 1;
    }

    public ImmutableArray<SubRule> SubRules { get; }

    public ImmutableArray<FieldPath> Paths { get; }

    /// <summary>Steps of the paths; node 0 is the root.</summary>
    public ImmutableArray<PathNode> Nodes { get; }

    public int ConditionCount { get; }

    public int Complexity { get; }

    public bool IsSingleRule { get; }

    /// <summary>Numbers the conditions and paths of the given sub-rules. Conditions are told apart by identity.</summary>
    public static CompiledPattern Create(ImmutableArray<SubRule> subRules)
    {
        Dictionary<string, List<FieldCondition>> byPath = new(StringComparer.Ordinal);
        int count = 0;
        foreach (SubRule subRule in subRules)
        {
            foreach (FieldCondition condition in subRule.Fields)
            {
                if (condition.Id >= 0)
                {
                    continue;
                }

                condition.Id = count++;
                if (!byPath.TryGetValue(condition.Path, out List<FieldCondition>? conditions))
                {
                    byPath.Add(condition.Path, conditions = []);
                }

                condition.Local = conditions.Count;
                conditions.Add(condition);
            }
        }

        ImmutableArray<FieldPath> paths =
            [.. byPath.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new FieldPath(entry.Key, [.. entry.Value]))];
        for (int i = 0; i < paths.Length; i++)
        {
            foreach (FieldCondition condition in paths[i].Conditions)
            {
                condition.PathId = i;
            }
        }

        return new CompiledPattern(subRules, paths, count);
    }
}
