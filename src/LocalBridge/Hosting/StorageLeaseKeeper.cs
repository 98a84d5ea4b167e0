using LocalBridge.Diagnostics;
using LocalBridge.Storage;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Hosting;

/// <summary>Keeps the lease of this process on a storage that several processes share, and looks now and then for the work of those that died.</summary>
/// <remarks>This is the one poll of the bridge: a process that dies tells nobody. It goes by the real clock, because the lease is measured by the clock of the
/// storage, which a test cannot advance.</remarks>
internal sealed class StorageLeaseKeeper(BridgeParts parts, TimeSpan leaseDuration, ILogger logger) : IAsyncDisposable
{
    private const int RenewalsInLease = 3;

    private readonly CancellationTokenSource _stop = new();
    private volatile bool _hasStarted;
    private Task? _loop;

    /// <summary>Begins to renew. What follows from a lost lease is up to the start, until that is over.</summary>
    internal void Start() => _loop = RunAsync();

    /// <summary>Takes note that the bridge has started: from now on the lease is regained here, and the work of others is taken over.</summary>
    internal void OnStarted() => _hasStarted = true;

    /// <summary>Begins anew after the lease was lost: gives up what belonged to the owner that is no more, and takes over what belongs to nobody.</summary>
    internal async Task RegainAsync(StorageFencedException fenced)
    {
        await parts.Engine.SurrenderAsync(fenced).ConfigureAwait(false);
        await parts.Storage.OpenAsync(_stop.Token).ConfigureAwait(false);
        logger.LeaseRegained();
        await TakeOverAsync().ConfigureAwait(false);
    }

    /// <summary>Stops to renew. The lease itself is ended by the storage when it is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
            await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it ends by the cancellation
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(leaseDuration / RenewalsInLease, TimeProvider.System);
        for (int round = 1; await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false); round++)
        {
            try
            {
                bool isRenewed = await TryRenewAsync().ConfigureAwait(false);
                if (!_hasStarted)
                    continue;
                if (isRenewed && round % RenewalsInLease == 0)
                    await TakeOverAsync().ConfigureAwait(false);
                await parts.Engine.CheckDistantAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The storage cannot be reached, say. What it means for the lease shows at the next renewal.
                logger.LeaseNotKept(exception);
            }
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            await parts.Storage.RenewLeaseAsync(_stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (StorageFencedException fenced)
        {
            if (_hasStarted)
                await RegainAsync(fenced).ConfigureAwait(false);
            return false;
        }
    }

    private async Task TakeOverAsync()
    {
        // The dead may have changed definitions. Rules last: they name the others.
        await parts.Engine.LoadDefinitionsAsync(_stop.Token).ConfigureAwait(false);
        await parts.EventBuses.LoadAsync(_stop.Token).ConfigureAwait(false);
        await parts.Engine.TakeOverAsync(_stop.Token).ConfigureAwait(false);
        if (parts.DeliveryRecovery is not null)
            _ = parts.DeliveryRecovery.RunAsync(); // a slow target must not keep the lease from being renewed
    }
}
