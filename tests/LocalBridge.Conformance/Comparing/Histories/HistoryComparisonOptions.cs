using System.Text.Json;

namespace LocalBridge.Conformance.Comparing.Histories;

/// <summary>Represents the <c>compare</c> member of a step-functions case.</summary>
/// <param name="MayInterleave">Branches or iterations may interleave: ids are free, the tree of causes counts.</param>
/// <param name="HasParallelSublist">The recorder lost ids and order between ParallelStateStarted and the end of the Parallel state.</param>
/// <param name="SortsVariableReferences">The lists of <c>variableReferences</c> are in no particular order.</param>
internal sealed record HistoryComparisonOptions(bool MayInterleave, bool HasParallelSublist, bool SortsVariableReferences)
{
    /// <summary>Reads the options of a case; all are off when it has none.</summary>
    public static HistoryComparisonOptions Read(JsonElement @case) => new(
        IsOn(@case, "interleaving"),
        IsOn(@case, "parallelSublist"),
        IsOn(@case, "sortVariableReferences"));

    private static bool IsOn(JsonElement @case, string name) =>
        @case.TryGetProperty("compare", out JsonElement compare)
        && compare.ValueKind == JsonValueKind.Object
        && compare.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.True;
}
