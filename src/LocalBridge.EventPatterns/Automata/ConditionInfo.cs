namespace LocalBridge.EventPatterns.Automata;

/// <summary>A condition that one or more sub-rules make of the values at a path.</summary>
internal struct ConditionInfo
{
    /// <summary>The path.</summary>
    public int Path;

    /// <summary>The first of the sub-rules that are found through this condition, or -1.</summary>
    public int FirstSubRule;

    /// <summary>How many sub-rules have the condition.</summary>
    public int References;

    /// <summary>The first of the complements (<c>anything-but</c>, <c>exists</c>) among its alternatives, or -1. Also the number under which a match counts for it.</summary>
    public int FirstComplement;

    /// <summary>How many complements there are; a value is excluded if all of them exclude it.</summary>
    public int ComplementCount;

    /// <summary>The hash of its key.</summary>
    public uint Hash;

    public bool AcceptsAbsence;

    public readonly bool IsOpen => ComplementCount > 0 || AcceptsAbsence;
}
