using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Tests.EventBuses.Dispatching;

[CancelAfter(10_000)]
public sealed class InFlightCounterTests
{
    [Test]
    public async Task WaitForZero_ManyThreads_IsNeverMissed(CancellationToken cancellationToken)
    {
        var counter = new InFlightCounter();

        for (int round = 0; round < 2_000; round++)
        {
            counter.Increment();
            Task finish = Task.Run(counter.Decrement, cancellationToken);
            await counter.WaitForZeroAsync(cancellationToken);
            await finish;
        }

        Assert.That(counter.Count, Is.Zero);
    }

    [Test]
    public void Version_AnythingBegins_Changes()
    {
        var counter = new InFlightCounter();
        int before = counter.Version;

        counter.Increment();
        counter.Decrement();

        Assert.That((counter.Count, counter.Version), Is.EqualTo((0, before + 1)));
    }

    [Test]
    public async Task WaitForZero_Cancelled_Ends()
    {
        var counter = new InFlightCounter();
        counter.Increment();

        await Assert.ThatAsync(
            async () => await counter.WaitForZeroAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }
}
