using System.Collections.Immutable;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Explaining;

/// <summary>Turns the findings of a scan into words.</summary>
internal static class Explainer
{
    public static EventPatternExplanation Explain(CompiledPattern pattern, ReadOnlySpan<byte> data)
    {
        scoped Findings findings = new(pattern, new ulong[Findings.WordsFor(pattern)]);
        List<SeenValue> seen = [];
        scoped EventScan scan = new(pattern, data, EventGuarantees.None, seen);
        try
        {
            scan.Run(ref findings);
            return Explain(ref findings, new FieldExplainer(data, seen));
        }
        finally
        {
            scan.Dispose();
            findings.Dispose();
        }
    }

    private static EventPatternExplanation Explain(ref Findings findings, FieldExplainer fieldExplainer)
    {
        ArraySolver solver = new(findings);
        try
        {
            ImmutableArray<CombinationExplanation>.Builder combinations = ImmutableArray.CreateBuilder<CombinationExplanation>();
            int nearest = 0;
            int fewest = int.MaxValue;
            foreach (SubRule subRule in findings.Pattern.SubRules)
            {
                CombinationExplanation combination = Explain(subRule, ref solver, fieldExplainer);
                int distance = combination.IsMatch ? -1 : combination.Fields.Count(field => !field.IsMatch);
                if (distance < fewest)
                {
                    fewest = distance;
                    nearest = combinations.Count;
                }

                combinations.Add(combination);
            }

            return new EventPatternExplanation(combinations.DrainToImmutable(), nearest);
        }
        finally
        {
            solver.Dispose();
        }
    }

    private static CombinationExplanation Explain(SubRule subRule, ref ArraySolver solver, FieldExplainer fieldExplainer)
    {
        bool isMatch = solver.Solve(subRule.Fields.AsSpan());
        ImmutableArray<FieldExplanation>.Builder fields = ImmutableArray.CreateBuilder<FieldExplanation>();
        bool eachMatches = true;
        foreach (FieldCondition condition in subRule.Fields)
        {
            // In a match every field is satisfied, also an absence that holds only in the array element another field chose.
            bool matches = isMatch || solver.Solve(new[] { condition });
            eachMatches &= matches;
            fields.Add(fieldExplainer.Explain(condition, matches));
        }

        string? conflict = eachMatches && !isMatch ? Conflict(subRule, ref solver) : null;
        return new CombinationExplanation(subRule.Branch, isMatch, fields.DrainToImmutable(), conflict);
    }

    /// <summary>Names two fields that cannot be satisfied together, if two alone are to blame.</summary>
    private static string Conflict(SubRule subRule, ref ArraySolver solver)
    {
        for (int i = 0; i < subRule.Fields.Length; i++)
        {
            for (int j = i + 1; j < subRule.Fields.Length; j++)
            {
                FieldCondition first = subRule.Fields[i];
                FieldCondition second = subRule.Fields[j];
                if (!solver.Solve(new[] { first, second }))
                {
                    return $"'{first.Path}' and '{second.Path}' are both satisfied, but in different elements of '{CommonPath(first.Path, second.Path)}'. "
                        + "EventBridge wants one element to satisfy both.";
                }
            }
        }

        return "Each field is satisfied, but not all of them in the same array elements, which is what EventBridge wants.";
    }

    /// <summary>The steps two paths share: the array in question stands there or further up.</summary>
    private static string CommonPath(string first, string second)
    {
        int length = 0;
        string[] left = first.Split('.');
        string[] right = second.Split('.');
        while (length < left.Length && length < right.Length && left[length] == right[length])
        {
            length++;
        }

        return string.Join('.', left[..length]);
    }
}
