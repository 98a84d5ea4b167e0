namespace LocalBridge.Events;

/// <summary>Represents what else may be said about an event when it is published.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PublishOptions
{
    /// <summary>Gets the resources that the event is about, usually ARNs.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Gets when the event happened.</summary>
    /// <value>The default value is <see langword="null"/>: the time of publication.</value>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Gets the AWS X-Ray trace header, 1 to 500 characters; handlers find it in the envelope's <see cref="EventEnvelope.TraceHeader"/>.</summary>
    public string? TraceHeader { get; init; }
}
