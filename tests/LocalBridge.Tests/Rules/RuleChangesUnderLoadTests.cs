using System.Collections.Concurrent;
using System.Text;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Rules;

public sealed class RuleChangesUnderLoadTests
{
    private const int Events = 1_000;

    /// <summary>Rules that stay get each event once, whatever comes and goes beside them, through the route alone and through the detail.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task Publish_WhileRulesComeAndGo_RulesThatStayGetEachEventOnce(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var byRoute = new ConcurrentQueue<string>();
        var byDetail = new ConcurrentQueue<string>();
        Subscribe("""{"source":["load"]}""", byRoute);
        Subscribe("""{"source":["load"],"detail":{"even":[true]}}""", byDetail);
        bool done = false;
        Task changes = Task.Run(
            () =>
            {
                for (int change = 0; !Volatile.Read(ref done) || change < 100; change++)
                {
                    using EventSubscription passing = Subscribe($"{{\"detail\":{{\"n\":[{change % 50},{{\"numeric\":[\">\",{change}]}}]}}}}", new ConcurrentQueue<string>());
                    cancellationToken.ThrowIfCancellationRequested();
                }
            },
            cancellationToken);

        for (int index = 0; index < Events; index++)
            await bridge.Bus.PublishAsync(
                "load", "Ping", Encoding.UTF8.GetBytes($"{{\"n\":{index},\"even\":{(index % 2 == 0 ? "true" : "false")}}}").AsMemory(), cancellationToken: cancellationToken);
        Volatile.Write(ref done, true);
        await changes;
        await bridge.IdleAsync(cancellationToken);

        Assert.That(byRoute, Has.Count.EqualTo(Events).And.Unique);
        Assert.That(byDetail, Has.Count.EqualTo(Events / 2).And.Unique);

        EventSubscription Subscribe(string pattern, ConcurrentQueue<string> received) => bridge.Bus.Subscribe(
            EventPattern.Parse(pattern),
            (envelope, _) =>
            {
                received.Enqueue(envelope.Id);
                return ValueTask.CompletedTask;
            });
    }
}
