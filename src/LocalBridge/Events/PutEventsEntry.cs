namespace LocalBridge.Events;

/// <summary>Represents one event of a <c>PutEvents</c> request, in the members of the service. Nothing is checked before the request is made.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutEventsEntry
{
    /// <summary>Gets who the event comes from, for example <c>shop.orders</c>. Required.</summary>
    public string? Source { get; init; }

    /// <summary>Gets what kind of event it is, for example <c>OrderPlaced</c>. Required.</summary>
    public string? DetailType { get; init; }

    /// <summary>Gets what happened: the text of a JSON object. Required.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets the resources that the event is about, usually ARNs.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Gets when the event happened.</summary>
    /// <value>The default value is <see langword="null"/>: the time of the request.</value>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Gets the name or ARN of the bus. An event for a bus that does not exist is accepted and vanishes, as in the service.</summary>
    /// <value>The default value is <see langword="null"/>: the bus on which the request is made.</value>
    public string? EventBusName { get; init; }

    /// <summary>Gets the AWS X-Ray trace header, 1 to 500 characters.</summary>
    public string? TraceHeader { get; init; }
}
