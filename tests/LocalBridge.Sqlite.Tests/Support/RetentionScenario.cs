using System.Threading.Channels;
using LocalBridge.Json;
using LocalBridge.Workflows;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Sqlite.Tests.Support;

/// <summary>A bridge that runs for hours of virtual time and removes closed executions while it does. The tests of each durable storage go through it.</summary>
internal sealed class RetentionScenario : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly RestObserver _time = new();
    private readonly LocalBridgeHost _bridge;

    private RetentionScenario(Action<LocalBridgeBuilder> useStorage, Action<Storage.RetentionOptions> configure)
    {
        _bridge = LocalBridgeHost.Create(builder =>
        {
            builder
                .UseTimeProvider(_time)
                .ConfigureRetention(retention =>
                {
                    retention.Interval = Interval;
                    configure(retention);
                })
                .AddStateMachine("closed", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""")
                .AddStateMachine("open", """{"StartAt":"W","States":{"W":{"Type":"Wait","Timestamp":"2026-12-31T00:00:00Z","End":true}}}""");
            useStorage(builder);
        });
    }

    /// <summary>Closed executions go when they are old enough.</summary>
    internal static async Task RunByAgeAsync(Action<LocalBridgeBuilder> useStorage, CancellationToken cancellationToken)
    {
        await using var scenario = new RetentionScenario(useStorage, static retention => retention.ClosedExecutionAge = 1.5 * Interval);
        await scenario.StartAsync(cancellationToken);
        Execution open = await scenario.OpenAsync(cancellationToken);
        await scenario.CloseAsync("old", cancellationToken);
        await scenario.PassIntervalAsync(cancellationToken);
        await scenario.CloseAsync("young", cancellationToken);
        Assert.That(await scenario.ListAsync(cancellationToken), Is.EqualTo(["old", "young"]), "none is old enough");

        await scenario.PassIntervalAsync(cancellationToken);

        Assert.That(await scenario.ListAsync(cancellationToken), Is.EqualTo(["young"]));
        await scenario.AssertStillOpenAsync(open, cancellationToken);
    }

    /// <summary>Closed executions go when there are too many, those that closed first before the others.</summary>
    internal static async Task RunByCountAsync(Action<LocalBridgeBuilder> useStorage, CancellationToken cancellationToken)
    {
        await using var scenario = new RetentionScenario(useStorage, static retention =>
        {
            retention.ClosedExecutionAge = null;
            retention.MaximumClosedExecutions = 2;
        });
        await scenario.StartAsync(cancellationToken);
        Execution open = await scenario.OpenAsync(cancellationToken);
        foreach (string name in (string[])["1", "2", "3", "4"])
        {
            await scenario.CloseAsync(name, cancellationToken);
        }

        await scenario.PassIntervalAsync(cancellationToken);

        Assert.That(await scenario.ListAsync(cancellationToken), Is.EqualTo(["3", "4"]));
        await scenario.AssertStillOpenAsync(open, cancellationToken);
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _bridge.StartAsync(cancellationToken);
        await _time.WaitForRestAsync(cancellationToken);
    }

    /// <summary>Lets an interval pass, and what is due to be removed be removed.</summary>
    private async Task PassIntervalAsync(CancellationToken cancellationToken)
    {
        _time.Advance(Interval);
        await _time.WaitForRestAsync(cancellationToken);
    }

    private Task<Execution> OpenAsync(CancellationToken cancellationToken) => _bridge.StateMachines.StartAsync("open", JsonValue.EmptyObject, null, cancellationToken);

    private async Task CloseAsync(string name, CancellationToken cancellationToken)
    {
        Execution execution = await _bridge.StateMachines.StartAsync("closed", JsonValue.EmptyObject, new StartExecutionOptions { Name = name }, cancellationToken);
        await execution.GetResultAsync(cancellationToken);
        _time.Advance(TimeSpan.FromMilliseconds(1)); // no two close at the same time
    }

    private async Task<string[]> ListAsync(CancellationToken cancellationToken)
    {
        ExecutionPage page = await _bridge.StateMachines.ListExecutionsAsync("closed", cancellationToken: cancellationToken);
        return [.. page.Executions.Select(static execution => execution.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Asserts that it is there, and that its timer, months later, still ends it.</summary>
    private async Task AssertStillOpenAsync(Execution open, CancellationToken cancellationToken)
    {
        ExecutionPage page = await _bridge.StateMachines.ListExecutionsAsync("open", cancellationToken: cancellationToken);
        Assert.That(page.Executions.Select(static execution => execution.ExecutionArn), Is.EqualTo([open.ExecutionArn]));
        _time.Advance(TimeSpan.FromDays(365));
        Assert.That((await open.WaitAsync(cancellationToken)).Status, Is.EqualTo(StatesLanguage.Interpreting.ExecutionStatus.Succeeded));
    }

    /// <summary>A clock that stands still until it is advanced, and says when somebody has begun to wait for an interval.</summary>
    private sealed class RestObserver() : FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
        private readonly Channel<bool> _rests = Channel.CreateUnbounded<bool>(); // one item each time somebody begins to wait

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Interval)
            {
                _rests.Writer.TryWrite(true);
            }

            return timer;
        }

        internal async Task WaitForRestAsync(CancellationToken cancellationToken) => await _rests.Reader.ReadAsync(cancellationToken);
    }
}
