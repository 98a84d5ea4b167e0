using LocalBridge.Diagnostics;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Hosting;
using LocalBridge.Rules;
using LocalBridge.Storage;
using LocalBridge.Workflows;
using Microsoft.Extensions.Logging;

namespace LocalBridge;

/// <summary>Represents a bridge: event buses, rules and workflows inside this process.</summary>
/// <remarks>
/// <para>Safe to use from any thread, and at once: the first call that needs the workflows starts them. <see cref="StartAsync"/> does so beforehand and
/// tells what goes wrong.</para>
/// <para>Disposal waits until everything is quiet, at most <see cref="EventBusOptions.ShutdownTimeout"/>; handlers and tasks may still publish meanwhile. Then
/// it refuses new events and gives up what is left, which is logged.</para>
/// </remarks>
/// <example>
/// <code>
/// await using LocalBridgeHost bridge = LocalBridgeHost.Create(bridge => { });
/// await using EventSubscription subscription = bridge.EventBus.Subscribe&lt;Order&gt;(async (order, ct) => await ship.PlanAsync(order, ct));
/// await bridge.EventBus.PublishAsync("shop.orders", "Order", new Order(7, 250m));
/// </code>
/// </example>
public sealed class LocalBridgeHost : IAsyncDisposable
{
    private readonly BridgeParts _parts;

    private readonly ILogger _logger;

    private readonly Lock _gate = new();

    /// <summary>Set by the start, if the storage is shared.</summary>
    private StorageLeaseKeeper? _leaseKeeper;

    /// <summary>Guarded by <see cref="_gate"/>.</summary>
    private Task? _starting;

    /// <summary>Guarded by <see cref="_gate"/>.</summary>
    private Task? _stopping;

    internal LocalBridgeHost(BridgeParts parts)
    {
        _parts = parts;
        _logger = parts.Services.LoggerFactory.CreateLogger("LocalBridge.Hosting");
        var workflows = new StartingWorkflows(this, parts.Engine);
        StateMachines = workflows;
        Activities = workflows;
    }

    /// <summary>Gets the bus named <c>default</c>.</summary>
    public IEventBus EventBus => _parts.EventBuses.DefaultEventBus;

    /// <summary>Gets all buses.</summary>
    public IEventBuses EventBuses => _parts.EventBuses;

    /// <summary>Gets the rules of all buses.</summary>
    public IRules Rules => _parts.EventBuses.Rules;

    /// <summary>Gets the workflows.</summary>
    public IStateMachines StateMachines { get; }

    /// <summary>Gets the activities of the workflows.</summary>
    public IActivities Activities { get; }

    internal bool IsStarted => _starting is { IsCompletedSuccessfully: true };

    /// <summary>Makes a bridge without a container.</summary>
    /// <param name="configure">Says what the bridge consists of.</param>
    /// <returns>The bridge. Whoever made it disposes it.</returns>
    /// <exception cref="LocalBridgeConfigurationException">Something is wrong with the configuration; all of it is told.</exception>
    public static LocalBridgeHost Create(Action<LocalBridgeBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new LocalBridgeBuilder();
        configure(builder);
        return builder.Build();
    }

    /// <summary>Starts the workflows: loads what storage holds, and brings the added state machines in. Further calls wait for the first.</summary>
    /// <param name="cancellationToken">Ends the wait, not the start.</param>
    /// <exception cref="ObjectDisposedException">The bridge was disposed.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Task starting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping is not null, this);
            starting = _starting ??= StartCoreAsync();
        }

        return starting.WaitAsync(cancellationToken);
    }

    /// <summary>Lets what was accepted be delivered, then refuses new events and stops. Further calls wait for the first.</summary>
    /// <param name="cancellationToken">Gives up what is not delivered yet, before <see cref="EventBusOptions.ShutdownTimeout"/> does.</param>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return _stopping ??= StopCoreAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    /// <summary>Completes when nothing is under way: no event undelivered, no task running. Timers and waiting tokens do not count.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken = default)
    {
        InFlightCounter inFlight = _parts.Services.InFlight;
        while (true)
        {
            await inFlight.WaitForZeroAsync(cancellationToken).ConfigureAwait(false);
            int version = inFlight.Version;
            await _parts.Engine.WaitUntilIdleAsync(cancellationToken).ConfigureAwait(false);
            // The workflows were idle at some moment of that wait; if no event began since before it, the buses were idle at that moment too.
            if (inFlight.Count == 0 && inFlight.Version == version)
                return;
        }
    }

    private async Task StartCoreAsync()
    {
        await _parts.Storage.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        if (_parts.Storage.LeaseDuration is TimeSpan leaseDuration)
        {
            // From the first moment: to read everything back may take longer than the lease.
            _leaseKeeper = new StorageLeaseKeeper(_parts, leaseDuration, _logger);
            _leaseKeeper.Start();
        }

        if (_parts.DeliveryRecovery is not null)
            await _parts.EventBuses.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        _parts.Services.IsReady = true;
        await _parts.Engine.StartAsync(CancellationToken.None).ConfigureAwait(false);
        await SeedAsync().ConfigureAwait(false);
        // In the background: a slow target must not hold up the start.
        if (_parts.DeliveryRecovery is not null)
            _ = _parts.DeliveryRecovery.RunAsync();
        _parts.Retention?.Start();
        _leaseKeeper?.OnStarted();
        _logger.BridgeStarted(_parts.EventBuses.Count, _parts.StateMachines.Count);
    }

    private async Task SeedAsync()
    {
        while (true)
        {
            try
            {
                await StateMachineSeeding.ApplyAsync(_parts.Engine, _parts.StateMachines).ConfigureAwait(false);
                return;
            }
            catch (StorageFencedException fenced) when (_leaseKeeper is not null)
            {
                await _leaseKeeper.RegainAsync(fenced).ConfigureAwait(false);
            }
        }
    }

    private async Task StopCoreAsync(CancellationToken cancellationToken)
    {
        // Off the lock that the caller holds.
        await Task.Yield();
        using var limit = new CancellationTokenSource(_parts.Services.Options.ShutdownTimeout, _parts.Services.TimeProvider);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        // Buses and workflows feed each other, so they go quiet together, with both doors open: what a handler or a task publishes now still counts.
        await DrainAsync(WaitUntilIdleAsync(wait.Token)).ConfigureAwait(false);
        await _parts.Engine.DisposeAsync().ConfigureAwait(false);
        _parts.Services.Close();
        await DrainAsync(_parts.Services.InFlight.WaitForZeroAsync(wait.Token)).ConfigureAwait(false);

        int abandoned = _parts.Services.InFlight.Count;
        if (abandoned > 0)
            _logger.DrainTimedOut(abandoned);
        await _parts.Stop.CancelAsync().ConfigureAwait(false);
        if (_leaseKeeper is not null)
            await _leaseKeeper.DisposeAsync().ConfigureAwait(false);
        _parts.EventBuses.Dispose();
        _parts.Meter.Dispose();
        if (_parts.Retention is not null)
            await _parts.Retention.DisposeAsync().ConfigureAwait(false);
        if (_parts.Storage is IAsyncDisposable storage)
            await storage.DisposeAsync().ConfigureAwait(false);
        _logger.BridgeStopped();
    }

    private static async Task DrainAsync(Task drained)
    {
        try
        {
            await drained.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Said afterwards, with what is left.
        }
    }
}
