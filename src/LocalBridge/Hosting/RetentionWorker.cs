using LocalBridge.Diagnostics;
using LocalBridge.Storage;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Hosting;

/// <summary>Removes from durable storage what is older than wanted: from time to time, a little at once, so that nobody waits for it.</summary>
internal sealed class RetentionWorker : IAsyncDisposable
{
    private readonly IBridgeStorage _storage;
    private readonly RetentionOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    internal RetentionWorker(IBridgeStorage storage, RetentionOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _storage = storage;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    internal void Start()
    {
        if (_options.ClosedExecutionAge is not null || _options.MaximumClosedExecutions is not null)
            _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        CancellationToken stopToken = _stopping.Token;
        while (!stopToken.IsCancellationRequested)
        {
            try
            {
                await TrimAsync(stopToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stopToken.IsCancellationRequested)
            {
                // What could not be removed is removed next time.
                _logger.RetentionFailed(exception);
            }
            catch (Exception) when (stopToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(_options.Interval, _timeProvider, stopToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TrimAsync(CancellationToken cancellationToken)
    {
        var retention = new StorageRetention
        {
            KeepSince = _options.ClosedExecutionAge is TimeSpan age ? _timeProvider.GetUtcNow() - age : null,
            KeepCount = _options.MaximumClosedExecutions,
        };
        while (await _storage.TrimAsync(retention, cancellationToken).ConfigureAwait(false))
            await Task.Yield();
    }
}
