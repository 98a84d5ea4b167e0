namespace LocalBridge.Events;

/// <summary>Represents that an event was accepted.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public readonly record struct PublishResult
{
    private readonly Guid _id;

    internal PublishResult(Guid id) => _id = id;

    /// <summary>Gets the id of the event: a version 4 UUID, the same that every target receives in the envelope.</summary>
    public string EventId => _id.ToString();
}
