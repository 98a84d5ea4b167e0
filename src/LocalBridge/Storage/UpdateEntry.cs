namespace LocalBridge.Storage;

/// <summary>Replaces the state of an entry. If there is none of that id, or it belongs to another owner, nothing happens.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="id">The id of the entry.</param>
/// <param name="state">The new state.</param>
public sealed class UpdateEntry(string stream, string id, StoragePayload state) : StorageOperation
{
    /// <summary>Gets the stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>Gets the id of the entry.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the new state.</summary>
    public StoragePayload State { get; } = state;

    internal override void AddPayloadsTo(ICollection<StoragePayload> payloads) => payloads.Add(State);
}
