namespace LocalBridge.EventPatterns.Tests.Support;

/// <summary>How much the repeating tests do: all of it, unless a mutation run asks for less, because it runs every test thousands of times.</summary>
internal static class Effort
{
    private const int Reduction = 50;

    private static readonly bool IsReduced = Environment.GetEnvironmentVariable("LOCALBRIDGE_TEST_EFFORT") == "reduced";

    /// <summary>A test for each row says which row fails; a test for a whole file saves the cost of thousands of tests.</summary>
    public static int RowsPerTest => IsReduced ? 100_000 : 1;

    /// <summary>Of a file with thousands of generated rows, every fourth tells nearly as much.</summary>
    public static int RowsPerFile => IsReduced ? 1000 : int.MaxValue;

    /// <summary>The time to score wildcards grows with the score, without a bound.</summary>
    public static int MaximumComplexity => IsReduced ? 12 : int.MaxValue;

    public static int Times(int full, int atLeast = 1) => IsReduced ? Math.Max(atLeast, full / Reduction) : full;
}
