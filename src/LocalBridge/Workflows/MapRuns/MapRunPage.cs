using System.Collections.Immutable;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Represents a page of the Map Runs of an execution.</summary>
/// <param name="MapRuns">The Map Runs, newest first.</param>
/// <param name="NextToken">What to ask for the next page with; <see langword="null"/> when this is the last.</param>
public sealed record MapRunPage(ImmutableArray<MapRunDescription> MapRuns, string? NextToken);
