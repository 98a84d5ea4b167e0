using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>Any number of rules, compiled to be matched together. Immutable; an <see cref="AutomatonEditor"/> makes the next one from it.</summary>
/// <remarks>
/// The tree of steps leads from an event's fields to the tests of each path. Tests tell of conditions, and each sub-rule is found through one of its
/// conditions, the one that the fewest others have: so an event costs what its fields, the conditions they satisfy and the rules found cost, whatever the
/// number of rules.
/// </remarks>
internal sealed class Automaton
{
    /// <summary>An automaton without rules.</summary>
    public static readonly Automaton Empty = new();

    public FieldNode Root { get; init; } = new(string.Empty);

    /// <summary>The tests by number of path.</summary>
    public GrowList<FieldTests?> Paths { get; init; } = new();

    /// <summary>The numbers of the paths at which sub-rules are found through absence.</summary>
    public int[] AbsencePaths { get; init; } = [];

    /// <summary>Conditions by their keys.</summary>
    public SlotIndex ConditionIndex { get; init; } = new();

    /// <summary>The keys of the conditions.</summary>
    public GrowList<byte[]?> Keys { get; init; } = new();

    /// <summary>The first sub-rule of each rule, or -1.</summary>
    public GrowList<int> Rules { get; init; } = new();

    public int SubRuleCount { get; init; }

    /// <summary>How many sub-rules may have to look at array elements.</summary>
    public int CoupledSubRuleCount { get; init; }

    /// <summary>How many numbers the grams of a path have at most.</summary>
    public int GramCount { get; init; }

    /// <summary>How many entries of the pool no sub-rule uses any more.</summary>
    public int PoolWaste { get; init; }

    public GrowList<ConditionInfo> Conditions = new();

    /// <summary>What each condition leads to: see <see cref="AnchorTarget"/>. Apart from the rest because every satisfied condition asks for it.</summary>
    public GrowList<int> Anchors = new();
    public GrowList<ComplementInfo> Complements = new();
    public GrowList<SubRuleInfo> SubRules = new();
    public GrowList<int> Pool = new();

    /// <summary>Numbers that may be given out again.</summary>
    public AutomatonGaps Gaps { get; init; } = new();

    /// <summary>If there is a single sub-rule that values alone decide: how many conditions it has. Otherwise 0.</summary>
    public int OnlyFields { get; init; }

    public static Automaton Create(CompiledPattern pattern)
    {
        AutomatonEditor editor = new(Empty);
        editor.Add(pattern);
        return editor.Freeze();
    }

    /// <summary>The conditions of a sub-rule, ordered by path.</summary>
    public ReadOnlySpan<int> ConditionsOf(int subRule)
    {
        ref SubRuleInfo info = ref SubRules.Items[subRule];
        return info.Count == 1 ? new ReadOnlySpan<int>(in info.Start) : Pool.Items.AsSpan(info.Start, info.Count);
    }
}
