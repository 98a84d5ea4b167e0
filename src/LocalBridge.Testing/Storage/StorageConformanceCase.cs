namespace LocalBridge.Testing.Storage;

/// <summary>Represents one thing that every storage must do.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class StorageConformanceCase
{
    private readonly Func<StorageSession, Task> _run;

    internal StorageConformanceCase(string name, Func<StorageSession, Task> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>Gets what must be so.</summary>
    public string Name { get; }

    /// <summary>Runs the case.</summary>
    /// <param name="storage">The storage, with empty data of its own.</param>
    /// <param name="cancellationToken">Cancels the case.</param>
    /// <exception cref="StorageConformanceException">The storage does something else.</exception>
    public async Task RunAsync(IStorageUnderTest storage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var session = new StorageSession(storage, cancellationToken);
        await using (session.ConfigureAwait(false))
        {
            await session.ReopenAsync().ConfigureAwait(false);
            await _run(session).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
