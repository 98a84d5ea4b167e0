namespace LocalBridge.Storage;

/// <summary>Represents what is to be kept of what is over: closed executions, or the entries of one stream.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StorageRetention
{
    /// <summary>Gets the stream whose entries are meant; <see langword="null"/> for the closed executions, with their histories.</summary>
    public string? Stream { get; init; }

    /// <summary>Gets the time before which everything goes: of an execution its end counts, of an entry its time.</summary>
    public DateTimeOffset? KeepSince { get; init; }

    /// <summary>Gets how many are kept at most; the oldest go first.</summary>
    public long? KeepCount { get; init; }

    /// <summary>Gets how many are removed by one call at most.</summary>
    /// <value>The default is 256.</value>
    public int BatchSize { get; init; } = 256;
}
