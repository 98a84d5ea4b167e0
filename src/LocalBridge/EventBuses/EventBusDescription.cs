namespace LocalBridge.EventBuses;

/// <summary>Represents what is known about an event bus, in the members of <c>DescribeEventBus</c>.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record EventBusDescription
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Gets the description, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Gets when the bus was created, in UTC.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>Gets when the bus was changed last, in UTC.</summary>
    public required DateTimeOffset LastModifiedTime { get; init; }
}
