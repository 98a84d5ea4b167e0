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
        "event-patterns/random");

    /// <summary>Gets the areas in progress: how many cases pass at least, out of how many in the shared copy of the data.
    /// The floor counts only for a copy with as many cases.</summary>
    public static FrozenDictionary<string, AreaFloor> Floors { get; } = new Dictionary<string, AreaFloor>(StringComparer.Ordinal)
    {
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
