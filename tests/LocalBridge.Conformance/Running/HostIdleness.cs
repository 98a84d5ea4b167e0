using System.Runtime.CompilerServices;

namespace LocalBridge.Conformance.Running;

/// <summary>Waits until a host is at rest, which the library tells only its own tests and the coming LocalBridge.Testing.</summary>
internal static class HostIdleness
{
    /// <summary>Completes when no event is undelivered and no task runs; timers and waiting tokens do not count.</summary>
    public static Task WaitUntilIdle(this LocalBridgeHost host, CancellationToken cancellationToken) => WaitUntilIdleAsync(host, cancellationToken);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "WaitUntilIdleAsync")]
    private static extern Task WaitUntilIdleAsync(LocalBridgeHost host, CancellationToken cancellationToken);
}
