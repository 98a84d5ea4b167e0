namespace LocalBridge.EventPatterns.Automata;

/// <summary>A combination of conditions that makes a rule match.</summary>
internal struct SubRuleInfo
{
    /// <summary>The rule; -1 for an entry that is free.</summary>
    public int Rule;

    /// <summary>Where in the pool its conditions start; the condition itself if there is only one.</summary>
    public int Start;

    /// <summary>How many conditions there are.</summary>
    public int Count;

    /// <summary>The condition through which it is found.</summary>
    public int Anchor;

    /// <summary>The next sub-rule that is found through the same condition, or -1; the next free entry of a free one.</summary>
    public int NextOfAnchor;

    /// <summary>The next sub-rule of the same rule, or -1.</summary>
    public int NextOfRule;

    /// <summary>Whether the conditions may have to be satisfied in the same array elements.</summary>
    public bool IsCoupled;
}
