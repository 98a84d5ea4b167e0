using LocalBridge.Conformance.Running.EventPatterns;
using LocalBridge.Conformance.Running.JsonPaths;

namespace LocalBridge.Conformance.Running;

/// <summary>Knows the runners of all kinds of cases.</summary>
internal static class CaseRunners
{
    // Far longer than any case takes on a busy machine, and short enough that a few hanging cases do not spoil the run.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(10);

    /// <summary>Creates the runner of everything.</summary>
    public static ConformanceRunner CreateRunner() => new([new EventPatternRunner(), new JsonPathRunner()], Guard);
}
