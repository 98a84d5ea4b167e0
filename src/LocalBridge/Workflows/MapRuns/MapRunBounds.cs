namespace LocalBridge.Workflows.MapRuns;

/// <summary>What bounds a Map Run; it can be changed while the run goes on.</summary>
/// <param name="MaxConcurrency">How many children may run at once, as it was said; 0 for as many as the service allows.</param>
/// <param name="ConcurrencyLimit">How many children may run at once.</param>
/// <param name="ToleratedFailureCount">How many items may fail; null when no number bounds them.</param>
/// <param name="ToleratedFailurePercentage">How many of a hundred items may fail; null when no percentage bounds them.</param>
internal readonly record struct MapRunBounds(int MaxConcurrency, int ConcurrencyLimit, long? ToleratedFailureCount, double? ToleratedFailurePercentage)
{
    /// <summary>Tells whether too many items did not end well: more than either bound allows, or any when there is none.</summary>
    internal bool IsExceeded(MapRunTally items)
    {
        long unsuccessful = items.Unsuccessful;
        return ToleratedFailureCount is null && ToleratedFailurePercentage is null
            ? unsuccessful > 0
            : unsuccessful > ToleratedFailureCount || unsuccessful * 100.0 > ToleratedFailurePercentage * items.Total;
    }

    internal MapRunBounds With(UpdateMapRunRequest request, int allowed) => new(
        request.MaxConcurrency ?? MaxConcurrency,
        request.MaxConcurrency is { } limit ? (limit == 0 ? allowed : Math.Min(limit, allowed)) : ConcurrencyLimit,
        request.ToleratedFailureCount ?? ToleratedFailureCount,
        request.ToleratedFailurePercentage ?? ToleratedFailurePercentage);
}
