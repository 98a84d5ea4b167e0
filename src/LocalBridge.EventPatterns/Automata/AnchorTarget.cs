namespace LocalBridge.EventPatterns.Automata;

/// <summary>What a satisfied condition leads to, as a number: nothing, a chain of sub-rules that want to be looked at, or a rule that matches for certain.</summary>
internal static class AnchorTarget
{
    public const int Nothing = -1;

    /// <summary>The condition is all that its only sub-rule asks for, so the rule matches.</summary>
    public static int OfRule(int rule) => -2 - rule;

    public static bool IsRule(int target) => target < Nothing;

    public static int Rule(int target) => -2 - target;
}
