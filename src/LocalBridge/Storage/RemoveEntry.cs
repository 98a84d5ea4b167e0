namespace LocalBridge.Storage;

/// <summary>Removes an entry. If there is none of that id, or it belongs to another owner, nothing happens.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="id">The id of the entry.</param>
public sealed class RemoveEntry(string stream, string id) : StorageOperation
{
    /// <summary>Gets the stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>Gets the id of the entry.</summary>
    public string Id { get; } = id;
}
