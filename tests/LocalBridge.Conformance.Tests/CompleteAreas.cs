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
        "step-functions/activities",
        "step-functions/arguments",
        "step-functions/assign",
        "step-functions/base",
        "step-functions/callback",
        "step-functions/choice-operators",
        "step-functions/comments",
        "step-functions/context-object",
        "step-functions/credentials",
        "step-functions/error-handling",
        "step-functions/evaluate-jsonata",
        "step-functions/express",
        "step-functions/intrinsic-functions",
        "step-functions/local-mocking",
        "step-functions/outputdecl",
        "step-functions/query-language",
        "step-functions/services",
        "step-functions/states-variables",
        "step-functions/validation");

    /// <summary>Gets the areas in progress: how many cases pass at least, out of how many in the shared copy of the data.
    /// A floor counts only for a copy with as many cases.</summary>
    public static FrozenDictionary<string, AreaFloor> Floors { get; } = new Dictionary<string, AreaFloor>(StringComparer.Ordinal)
    {
        ["events-api/input-transformer"] = new(18, 19),
        ["step-functions/logs"] = new(7, 14),
        ["step-functions/scenarios"] = new(115, 116),
        ["step-functions/timeouts"] = new(4, 5),
        ["step-functions/definitions-wild"] = new(100, 101),
        ["step-functions/lint"] = new(104, 106),
        ["step-functions/peer"] = new(118, 121),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
