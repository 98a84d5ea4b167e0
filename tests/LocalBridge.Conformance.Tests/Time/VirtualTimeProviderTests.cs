using LocalBridge.Conformance.Time;

namespace LocalBridge.Conformance.Tests.Time;

[TestFixture]
internal sealed class VirtualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = Start.AddDays(400);

    [Test]
    public void AdvanceToNextTimer_SeveralTimers_FiresTheEarliestAndMovesTheClockToIt()
    {
        var time = new VirtualTimeProvider(Start);
        List<string> fired = [];
        using ITimer late = time.CreateTimer(_ => fired.Add($"late {time.GetUtcNow() - Start}"), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        using ITimer early = time.CreateTimer(_ => fired.Add($"early {time.GetUtcNow() - Start}"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        bool[] advanced = [time.AdvanceToNextTimer(Latest), time.AdvanceToNextTimer(Latest), time.AdvanceToNextTimer(Latest)];

        Assert.Multiple(() =>
        {
            Assert.That(advanced, Is.EqualTo((bool[])[true, true, false]));
            Assert.That(fired, Is.EqualTo((string[])["early 01:00:00", "late 02:00:00"]));
        });
    }

    [Test]
    public void AdvanceToNextTimer_ChangedOrDisposedTimer_FiresOnlyAsSetLast()
    {
        var time = new VirtualTimeProvider(Start);
        List<TimeSpan> fired = [];
        using ITimer changed = time.CreateTimer(_ => fired.Add(time.GetUtcNow() - Start), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        ITimer disposed = time.CreateTimer(_ => fired.Add(TimeSpan.Zero), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        changed.Change(TimeSpan.FromHours(3), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        bool[] advanced = [time.AdvanceToNextTimer(Latest), time.AdvanceToNextTimer(Latest)];

        Assert.Multiple(() =>
        {
            Assert.That(advanced, Is.EqualTo((bool[])[true, false]));
            Assert.That(fired, Is.EqualTo((TimeSpan[])[TimeSpan.FromHours(3)]));
        });
    }

    [Test]
    public void AdvanceToNextTimer_PeriodicTimer_FiresAgain()
    {
        var time = new VirtualTimeProvider(Start);
        int count = 0;
        using ITimer timer = time.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        time.AdvanceToNextTimer(Latest);
        time.AdvanceToNextTimer(Latest);

        Assert.That((count, time.GetUtcNow()), Is.EqualTo((2, Start.AddMinutes(2))));
    }

    [Test]
    public void AdvanceToNextTimer_TimerAfterTheLatestTime_StaysSet()
    {
        var time = new VirtualTimeProvider(Start);
        using ITimer timer = time.CreateTimer(_ => { }, null, TimeSpan.FromDays(2), Timeout.InfiniteTimeSpan);

        bool before = time.AdvanceToNextTimer(Start.AddDays(1));
        bool after = time.AdvanceToNextTimer(Start.AddDays(3));

        Assert.That((before, after), Is.EqualTo((false, true)));
    }

    [Test]
    [CancelAfter(5_000)]
    public async Task Delay_OnVirtualTime_EndsWhenTheClockIsMoved(CancellationToken cancellationToken)
    {
        var time = new VirtualTimeProvider(Start);
        Task delay = Task.Delay(TimeSpan.FromDays(30), time, cancellationToken);

        time.AdvanceToNextTimer(Latest);
        await delay;

        Assert.That(time.GetUtcNow(), Is.EqualTo(Start.AddDays(30)));
    }
}
