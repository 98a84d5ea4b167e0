using LocalBridge.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Storage;

/// <summary>Lets the processes that share a storage know of each other's changes of definitions: buses, rules, state machines and activities.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class DefinitionChanges(ILogger logger)
{
    private const int AtRest = 0;
    private const int Reloading = 1;
    private const int ReloadingAndOnceMore = 2;

    private int _state = AtRest;

    /// <summary>Gets or sets what tells the other processes; <see langword="null"/> when there are none.</summary>
    internal Action? TellOthers { get; set; }

    /// <summary>Gets or sets what brings this process up to date with the storage.</summary>
    internal Func<Task>? Reload { get; set; }

    /// <summary>Takes note that this process has committed a change.</summary>
    internal void OnCommitted() => TellOthers?.Invoke();

    /// <summary>Takes note that another process has committed a change. Many in a row cost few reloads.</summary>
    internal void OnChangedElsewhere()
    {
        if (Interlocked.CompareExchange(ref _state, Reloading, AtRest) == AtRest)
        {
            _ = ReloadAsync();
        }
        else if (Interlocked.CompareExchange(ref _state, ReloadingAndOnceMore, Reloading) == AtRest)
        {
            OnChangedElsewhere(); // it came to rest in between
        }
    }

    private async Task ReloadAsync()
    {
        do
        {
            Volatile.Write(ref _state, Reloading);
            try
            {
                await Reload!().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return; // the bridge stops
            }
            catch (Exception exception)
            {
                // The next look for work to take over reloads too.
                logger.DefinitionsNotReloaded(exception);
            }
        }
        while (Interlocked.CompareExchange(ref _state, AtRest, Reloading) != Reloading);
    }
}
