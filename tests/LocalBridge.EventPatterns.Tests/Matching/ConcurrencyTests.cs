using System.Text;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class ConcurrencyTests
{
    [Test]
    public void IsMatch_OnePatternManyThreads_EachGetsItsOwnVerdict()
    {
        EventPattern pattern = EventPattern.Parse("""{"detail":{"items":{"sku":["b"],"quantity":[{"numeric":[">",500]}]},"note":[{"prefix":"n\u00f6"}]}}""");

        int wrong = 0;
        Parallel.For(0, Effort.Times(20_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            int quantity = i % 1000;
            byte[] utf8 = Encoding.UTF8.GetBytes($$$"""{"detail":{"items":[{"sku":"a","quantity":999},{"sku":"b","quantity":{{{quantity}}}}],"note":"n\u00f6{{{i}}}"}}""");
            if (pattern.IsMatch(utf8) != quantity > 500)
            {
                Interlocked.Increment(ref wrong);
            }
        });

        Assert.That(wrong, Is.Zero);
    }
}
