using System.Collections.Frozen;

namespace LocalBridge.Conformance.Tests;

/// <summary>Knows how far the library has come: the one place to edit when an area makes progress.</summary>
internal static class CompleteAreas
{
    /// <summary>Gets the areas in which every case passes, whatever the directory: one failure is a regression.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "event-patterns/aws",
        "event-patterns/complexity",
        "event-patterns/core",
        "event-patterns/random",
        "jsonata/aws-functions",
        "jsonata/aws-observed",
        "jsonata/cases",
        "jsonata/written",
        "jsonpath/cases",
        "jsonpath/reference-paths",
        "jsonpath/roots",
        "step-functions/callback",
        "step-functions/choice-operators",
        "step-functions/comments",
        "step-functions/context-object",
        "step-functions/error-handling",
        "step-functions/services");

    /// <summary>Gets the areas in progress: how many cases pass at least, out of how many in the shared copy of the data.
    /// A floor counts only for a copy with as many cases.</summary>
    public static FrozenDictionary<string, AreaFloor> Floors { get; } = new Dictionary<string, AreaFloor>(StringComparer.Ordinal)
    {
        ["events-api/input-transformer"] = new(18, 19),
        ["step-functions/activities"] = new(3, 4),
        ["step-functions/assign"] = new(13, 20),
        ["step-functions/base"] = new(17, 19),
        ["step-functions/credentials"] = new(4, 8),
        ["step-functions/intrinsic-functions"] = new(17, 18),
        ["step-functions/local-mocking"] = new(7, 10),
        ["step-functions/logs"] = new(7, 14),
        ["step-functions/query-language"] = new(1, 6),
        ["step-functions/scenarios"] = new(43, 116),
        ["step-functions/timeouts"] = new(4, 5),
        ["step-functions/definitions-wild"] = new(90, 101),
        ["step-functions/lint"] = new(92, 106),
        ["step-functions/peer"] = new(118, 121),
        ["step-functions/validation"] = new(69, 73),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
