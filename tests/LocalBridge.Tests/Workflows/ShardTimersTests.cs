using LocalBridge.Workflows.Running;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Tests.Workflows;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ShardTimersTests
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task TakeDue_SeveralTimers_GivesThemByTimeAndThenByStart()
    {
        await using var timers = new ShardTimers(_time, () => { });
        DateTimeOffset now = _time.GetUtcNow();
        foreach ((long id, int seconds) in new (long, int)[] { (1, 3), (2, 1), (3, 3), (4, 2), (5, 9) })
        {
            timers.Add(new ExecutionTimer(null!, id, now.AddSeconds(seconds)));
        }

        List<long> order = [];
        while (timers.TakeDue(now.AddSeconds(3)) is { } timer)
        {
            order.Add(timer.TimerId);
        }

        Assert.That(order, Is.EqualTo((long[])[2, 4, 1, 3]));
        Assert.That(timers.NextDueTime, Is.EqualTo(now.AddSeconds(9)));
    }

    [Test]
    public async Task SetAlarm_FirstTimerIsCancelled_RingsForTheNextOnly()
    {
        int rings = 0;
        await using var timers = new ShardTimers(_time, () => rings++);
        var first = new ExecutionTimer(null!, 1, _time.GetUtcNow().AddSeconds(1));
        timers.Add(first);
        timers.Add(new ExecutionTimer(null!, 2, _time.GetUtcNow().AddSeconds(5)));

        first.IsCancelled = true;
        timers.OnCancelled();
        timers.SetAlarm();
        _time.Advance(TimeSpan.FromSeconds(4));
        int early = rings;
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(early, Is.Zero);
        Assert.That(rings, Is.EqualTo(1));
    }

    [Test]
    public async Task OnCancelled_ManyTimers_KeepsTheQueueSmall()
    {
        await using var timers = new ShardTimers(_time, () => { });
        DateTimeOffset due = _time.GetUtcNow().AddDays(1);

        for (int i = 0; i < 100_000; i++)
        {
            var timer = new ExecutionTimer(null!, i, due);
            timers.Add(timer);
            timer.IsCancelled = true;
            timers.OnCancelled();
        }

        Assert.That(timers.Count, Is.LessThan(200));
    }
}
