using LocalBridge.EventBuses;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Tests.Support;

/// <summary>A bridge on virtual time whose log can be read.</summary>
internal sealed class TestBridge : IAsyncDisposable
{
    private TestBridge(LocalBridgeHost host, FakeTimeProvider time, FakeLogCollector log)
    {
        Host = host;
        Time = time;
        Log = log;
    }

    internal static DateTimeOffset Start { get; } = new(2026, 11, 23, 10, 30, 15, 250, TimeSpan.Zero);

    internal LocalBridgeHost Host { get; }

    internal FakeTimeProvider Time { get; }

    internal FakeLogCollector Log { get; }

    internal EventBus Bus => (EventBus)Host.EventBus;

    internal static TestBridge Create(Action<LocalBridgeBuilder>? configure = null)
    {
        var time = new FakeTimeProvider(Start);
        var log = new FakeLogCollector();
        LocalBridgeHost host = LocalBridgeHost.Create(bridge =>
        {
            bridge.UseTimeProvider(time).UseLoggerFactory(new LoggerFactory([new FakeLoggerProvider(log)]));
            configure?.Invoke(bridge);
        });
        return new TestBridge(host, time, log);
    }

    internal Task IdleAsync(CancellationToken cancellationToken) => Host.WaitUntilIdleAsync(cancellationToken);

    /// <summary>Moves the clock on, in steps, until a task has ended: a timer that is set after an advance would wait for the next one.</summary>
    internal async Task AdvanceUntilAsync(Task task, TimeSpan step, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Time.Advance(step);
            await Task.Yield();
        }

        await task;
    }

    internal IReadOnlyList<FakeLogRecord> LogOf(LogLevel level) => [.. Log.GetSnapshot().Where(record => record.Level == level)];

    public async ValueTask DisposeAsync()
    {
        Task disposal = Host.DisposeAsync().AsTask();
        await AdvanceUntilAsync(disposal, TimeSpan.FromSeconds(5), CancellationToken.None);
    }
}
