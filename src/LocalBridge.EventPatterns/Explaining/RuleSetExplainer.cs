using System.Collections.Immutable;
using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Rules;

namespace LocalBridge.EventPatterns.Explaining;

/// <summary>Finds the rules that an event nearly matches.</summary>
internal static class RuleSetExplainer
{
    public static RuleSetExplanation<TRule> Explain<TRule>(RuleTable<TRule> rules, ReadOnlySpan<byte> utf8Event, int maximumNearest)
        where TRule : notnull
    {
        MatchScratch scratch = MatchScratch.Begin(rules.Automaton);
        EventMatcher.Run(scratch, utf8Event, EventGuarantees.None);
        ImmutableArray<TRule>.Builder matches = ImmutableArray.CreateBuilder<TRule>();
        List<(int Failing, int Satisfied, int Number)> others = [];
        for (int number = 0; number < rules.Patterns.Length; number++)
        {
            if (rules.Patterns[number] is null)
            {
                continue;
            }

            if (!scratch.IsNew(number))
            {
                matches.Add(rules.Values[number]);
                continue;
            }

            (int failing, int satisfied) = Distance(scratch, number);
            others.Add((failing, -satisfied, number));
        }

        scratch.End();
        others.Sort();
        ImmutableArray<RuleExplanation<TRule>>.Builder nearest = ImmutableArray.CreateBuilder<RuleExplanation<TRule>>();
        foreach ((_, _, int number) in others.Take(maximumNearest))
        {
            EventPattern pattern = EventPattern.Parse(rules.Patterns[number]!, EventPatternOptions.Unlimited);
            nearest.Add(new RuleExplanation<TRule>(rules.Values[number], pattern.Explain(utf8Event)));
        }

        return new RuleSetExplanation<TRule>(rules.Count, matches.DrainToImmutable(), nearest.DrainToImmutable());
    }

    /// <summary>How many fields of a rule's nearest combination nothing satisfies, and how many something does.</summary>
    private static (int Failing, int Satisfied) Distance(MatchScratch scratch, int rule)
    {
        (int Failing, int Satisfied) nearest = (int.MaxValue, 0);
        Automaton automaton = scratch.Automaton;
        for (int subRule = automaton.Rules.Items[rule]; subRule >= 0; subRule = automaton.SubRules.Items[subRule].NextOfRule)
        {
            int satisfied = 0;
            ReadOnlySpan<int> conditions = automaton.ConditionsOf(subRule);
            foreach (int condition in conditions)
            {
                satisfied += scratch.IsSatisfied(condition) ? 1 : 0;
            }

            int failing = conditions.Length - satisfied;
            if (failing < nearest.Failing || (failing == nearest.Failing && satisfied > nearest.Satisfied))
            {
                nearest = (failing, satisfied);
            }
        }

        return nearest;
    }
}
