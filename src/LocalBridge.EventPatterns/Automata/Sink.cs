namespace LocalBridge.EventPatterns.Automata;

/// <summary>What a test tells of when a value passes it: a number whose lowest two bits say what it stands for.</summary>
internal static class Sink
{
    /// <summary>No sink.</summary>
    public const int None = -1;

    /// <summary>The condition is satisfied.</summary>
    public const int ConditionKind = 0;

    /// <summary>The value is excluded by an <c>anything-but</c>.</summary>
    public const int ExclusionKind = 1;

    /// <summary>Several sinks.</summary>
    public const int ListKind = 2;

    /// <summary>A sink behind a further test.</summary>
    public const int GuardKind = 3;

    public static int Condition(int id) => id << 2;

    public static int Exclusion(int id) => (id << 2) | ExclusionKind;

    public static int List(int id) => (id << 2) | ListKind;

    public static int Guard(int id) => (id << 2) | GuardKind;

    public static int Kind(int sink) => sink & 3;

    public static int Id(int sink) => sink >> 2;
}
