using System.Collections.Immutable;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Explaining;

/// <summary>Turns the findings of a scan into words.</summary>
internal static class Explainer
{
    /// <param name="pattern">The pattern.</param>
    /// <param name="automaton">The automaton made of this pattern alone.</param>
    /// <param name="utf8Event">The event.</param>
    public static EventPatternExplanation Explain(CompiledPattern pattern, Automaton automaton, ReadOnlySpan<byte> utf8Event)
    {
        EventChecker.Check(utf8Event);
        MatchScratch scratch = MatchScratch.Begin(automaton);
        scratch.Seen = [];
        scoped EventScanner scanner = new(utf8Event, scratch, isUnique: false);
        scanner.Run();
        EventPatternExplanation explanation = Explain(pattern, scratch, utf8Event);
        scratch.End();
        return explanation;
    }

    private static EventPatternExplanation Explain(CompiledPattern pattern, MatchScratch scratch, ReadOnlySpan<byte> utf8Event)
    {
        FieldExplainer fieldExplainer = new(utf8Event, scratch.Seen!);
        ArraySolver solver = new(scratch, utf8Event);
        try
        {
            ImmutableArray<CombinationExplanation>.Builder combinations = ImmutableArray.CreateBuilder<CombinationExplanation>();
            int nearest = 0;
            int fewest = int.MaxValue;
            int number = scratch.Automaton.Rules.Items[0];
            foreach (SubRule subRule in pattern.SubRules)
            {
                CombinationExplanation combination = Explain(subRule, scratch.Automaton, scratch.Automaton.ConditionsOf(number), ref solver, fieldExplainer);
                number = scratch.Automaton.SubRules.Items[number].NextOfRule;
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

    private static CombinationExplanation Explain(
        SubRule subRule, Automaton automaton, ReadOnlySpan<int> conditions, ref ArraySolver solver, FieldExplainer fieldExplainer)
    {
        bool isMatch = solver.Solve(conditions);
        ImmutableArray<FieldExplanation>.Builder fields = ImmutableArray.CreateBuilder<FieldExplanation>();
        bool eachMatches = true;
        for (int i = 0; i < conditions.Length; i++)
        {
            // In a match every field is satisfied, also an absence that holds only in the array element another field chose.
            bool matches = isMatch || solver.Solve(conditions.Slice(i, 1));
            eachMatches &= matches;
            fields.Add(fieldExplainer.Explain(subRule.Fields[i], automaton.Conditions.Items[conditions[i]].Path, matches));
        }

        string? conflict = eachMatches && !isMatch ? Conflict(subRule, conditions, ref solver) : null;
        return new CombinationExplanation(subRule.Branch, isMatch, fields.DrainToImmutable(), conflict);
    }

    /// <summary>Names two fields that cannot be satisfied together, if two alone are to blame.</summary>
    private static string Conflict(SubRule subRule, ReadOnlySpan<int> conditions, ref ArraySolver solver)
    {
        for (int i = 0; i < conditions.Length; i++)
        {
            for (int j = i + 1; j < conditions.Length; j++)
            {
                if (!solver.Solve(new[] { conditions[i], conditions[j] }))
                {
                    string first = subRule.Fields[i].Path;
                    string second = subRule.Fields[j].Path;
                    return $"'{first}' and '{second}' are both satisfied, but in different elements of '{CommonPath(first, second)}'. "
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
