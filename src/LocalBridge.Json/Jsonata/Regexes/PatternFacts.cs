using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Answers questions about an expression that decide how it is run.</summary>
internal static class PatternFacts
{
    /// <summary>Returns the groups in a part.</summary>
    internal static HashSet<int> Captures(PatternNode node)
    {
        HashSet<int> all = node is CaptureNode capture ? [capture.Number] : [];
        foreach (PatternNode child in Children(node))
        {
            all.UnionWith(Captures(child));
        }

        return all;
    }

    /// <summary>Returns the groups that have captured whenever the part has matched.</summary>
    internal static HashSet<int> CertainCaptures(PatternNode node)
    {
        switch (node)
        {
            case ChoiceNode choice:
                HashSet<int> common = CertainCaptures(choice.Options[0]);
                foreach (PatternNode option in choice.Options.AsSpan()[1..])
                {
                    common.IntersectWith(CertainCaptures(option));
                }

                return common;
            case RepeatNode { Minimum: 0 } or LookNode { IsNegative: true }:
                return [];
            default:
                HashSet<int> all = node is CaptureNode capture ? [capture.Number] : [];
                foreach (PatternNode child in Children(node))
                {
                    all.UnionWith(CertainCaptures(child));
                }

                return all;
        }
    }

    /// <summary>Tells whether the engine that needs no backtracking can run the part.</summary>
    internal static bool IsRegular(PatternNode node, bool isMultiline) => node switch
    {
        LookNode or BackreferenceNode => false,
        PlaceNode place => place.Place is PatternPlace.Start or PatternPlace.End && !isMultiline,
        RepeatNode { Maximum: > 1 } repeat when Captures(repeat.Body).Count > CertainCaptures(repeat.Body).Count => false,
        _ => Children(node).All(child => IsRegular(child, isMultiline)),
    };

    /// <summary>Tells whether backtracking can take time that grows beyond a small power of the text: a repetition in a repetition.</summary>
    internal static bool IsRisky(PatternNode node, bool isRepeated = false)
    {
        bool repeats = node is RepeatNode { Maximum: RepeatNode.Unbounded };
        return (isRepeated && node is RepeatNode or ChoiceNode) || Children(node).Any(child => IsRisky(child, isRepeated || repeats));
    }

    private static ImmutableArray<PatternNode> Children(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Parts,
        ChoiceNode choice => choice.Options,
        CaptureNode capture => [capture.Body],
        RepeatNode repeat => [repeat.Body],
        LookNode look => [look.Body],
        _ => [],
    };
}
