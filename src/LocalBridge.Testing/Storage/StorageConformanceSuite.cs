namespace LocalBridge.Testing.Storage;

/// <summary>Holds everything that a storage must do for a bridge to keep its promises on it.</summary>
public static class StorageConformanceSuite
{
    /// <summary>Gets the cases. They do not depend on each other.</summary>
    public static IReadOnlyList<StorageConformanceCase> Cases { get; } =
    [
        .. RecordCases.All,
        .. BatchCases.All,
        .. ExecutionCases.All,
        .. ExecutionListCases.All,
        .. HistoryCases.All,
        .. EntryCases.All,
        .. ClaimCases.All,
        .. RetentionCases.All,
        .. ConcurrencyCases.All,
        .. RandomCases.All,
    ];
}
