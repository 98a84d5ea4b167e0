using Microsoft.Extensions.Hosting;

namespace LocalBridge.Hosting;

/// <summary>Ties the bridge to the life of an application: started with it, drained when it stops.</summary>
internal sealed class LocalBridgeHostedService(LocalBridgeHost bridge) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => bridge.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => bridge.StopAsync(cancellationToken);
}
