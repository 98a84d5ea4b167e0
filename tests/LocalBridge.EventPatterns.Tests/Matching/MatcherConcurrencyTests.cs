using System.Text;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class MatcherConcurrencyTests
{
    /// <summary>Each event must match exactly the rules that stay; those that come and go may or may not be there, but never twice.</summary>
    [Test]
    [Category("Slow")]
    [CancelAfter(60_000)]
    public async Task Match_WhileRulesComeAndGo_NeverLosesOrDoublesAMatch(CancellationToken cancellationToken)
    {
        EventPatternMatcher<int> current = EventPatternMatcher.CreateRange(Enumerable.Range(0, 100).Select(index => KeyValuePair.Create(
            index, EventPattern.Parse($"{{\"source\":[\"shop\"],\"id\":[\"{index}\",{{\"prefix\":\"{index}-\"}}],\"$or\":[{{\"x\":[1]}},{{\"y\":[{{\"exists\":true}}]}}]}}"))));
        bool done = false;

        Task[] readers = [.. Enumerable.Range(0, 3).Select(reader => Task.Run(
            () =>
            {
                List<int> matches = [];
                int events = 0;
                while (!Volatile.Read(ref done) || events < 1000)
                {
                    int index = (events++ * 7 + reader) % 100;
                    matches.Clear();
                    Volatile.Read(ref current).Match(Encoding.UTF8.GetBytes($"{{\"source\":\"shop\",\"id\":\"{index}\",\"x\":1,\"y\":2}}"), matches);
                    Assert.That(matches.Where(rule => rule < 100), Is.EqualTo(new[] { index }));
                    Assert.That(matches, Is.Unique);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            },
            cancellationToken))];
        for (int change = 0; change < 300; change++)
        {
            int rule = 100 + (change % 20);
            EventPatternMatcher<int> next = change % 3 == 0
                ? current.Remove(rule)
                : current.SetItem(rule, EventPattern.Parse($"{{\"id\":[\"{change % 100}\"],\"x\":[{{\"anything-but\":{change}}}]}}"));
            Volatile.Write(ref current, next);
        }

        Volatile.Write(ref done, true);
        await Task.WhenAll(readers);
    }
}
