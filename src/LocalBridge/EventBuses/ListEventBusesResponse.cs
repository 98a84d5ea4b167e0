namespace LocalBridge.EventBuses;

/// <summary>Represents a page of <c>ListEventBuses</c>.</summary>
/// <param name="EventBuses">The buses of this page, by name.</param>
/// <param name="NextToken">The token for the next page; <see langword="null"/> on the last.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record ListEventBusesResponse(IReadOnlyList<EventBusDescription> EventBuses, string? NextToken);
