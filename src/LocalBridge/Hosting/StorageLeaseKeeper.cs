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
    private Task? _loop;

    internal void Start() => _loop = RunAsync();

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
                if (await TryRenewAsync().ConfigureAwait(false) && round % RenewalsInLease == 0)
                    await TakeOverAsync().ConfigureAwait(false);
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
            await parts.Engine.SurrenderAsync(fenced).ConfigureAwait(false);
            await parts.Storage.OpenAsync(_stop.Token).ConfigureAwait(false);
            logger.LeaseRegained();
            await TakeOverAsync().ConfigureAwait(false);
            return false;
        }
    }

    private async Task TakeOverAsync()
    {
        await parts.EventBuses.LoadAsync(_stop.Token).ConfigureAwait(false);
        await parts.Engine.TakeOverAsync(_stop.Token).ConfigureAwait(false);
        if (parts.DeliveryRecovery is not null)
            _ = parts.DeliveryRecovery.RunAsync(); // a slow target must not keep the lease from being renewed
    }
}
