namespace LocalBridge.EventBuses;

/// <summary>Represents a request to create an event bus (<c>CreateEventBus</c>).</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record CreateEventBusRequest
{
    /// <summary>Gets the name: 1 to 256 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description, at most 512 characters.</summary>
    public string? Description { get; init; }
}
