namespace LocalBridge.Storage;

/// <summary>Appends an entry to a stream; it belongs to the owner that appends it. If the stream has an entry of that id already, nothing happens, so
/// that a commit can be repeated.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="stream">The stream; it exists by being used.</param>
/// <param name="id">The id, unique in the stream.</param>
/// <param name="time">The time by which retention counts.</param>
/// <param name="payload">What it holds; never changed afterwards.</param>
/// <param name="state">What may change later: <see cref="UpdateEntry"/>.</param>
public sealed class AppendEntry(string stream, string id, DateTimeOffset time, StoragePayload payload, StoragePayload state = default) : StorageOperation
{
    /// <summary>Gets the stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>Gets the id.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the time by which retention counts.</summary>
    public DateTimeOffset Time { get; } = time;

    /// <summary>Gets what it holds.</summary>
    public StoragePayload Payload { get; } = payload;

    /// <summary>Gets what may change later.</summary>
    public StoragePayload State { get; } = state;

    internal override void AddPayloadsTo(ICollection<StoragePayload> payloads)
    {
        payloads.Add(Payload);
        payloads.Add(State);
    }
}
