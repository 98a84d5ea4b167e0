using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Running;

namespace LocalBridge.Conformance.Tests.Running;

[TestFixture]
internal sealed class ConformanceRunnerTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(200);

    [Test]
    public async Task RunGuardedAsync_CaseThatThrows_FailsWithTheReason()
    {
        CaseResult result = await Run(_ => throw new InvalidOperationException("broken"));

        Assert.That(result.Reason, Is.EqualTo("threw InvalidOperationException: broken"));
    }

    [Test]
    public async Task RunGuardedAsync_CaseThatWaitsForEver_FailsAfterTheGuard()
    {
        CaseResult result = await Run(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return CaseResult.Passed("x");
        });

        Assert.That(result.Reason, Does.StartWith("did not end within"));
    }

    [Test]
    public async Task RunGuardedAsync_CaseThatIgnoresCancellation_FailsNevertheless()
    {
        var never = new TaskCompletionSource<CaseResult>();

        CaseResult result = await Run(_ => never.Task);

        Assert.That(result.Reason, Does.StartWith("did not end within"));
    }

    [Test]
    public async Task RunAsync_KindWithoutRunner_CountsAsFailed()
    {
        var runner = new ConformanceRunner([], Guard);
        var area = new CaseArea("corpus", "area", [new AnyCase("x")]);

        AreaResult result = (await runner.RunAsync([area]))[0];

        Assert.Multiple(() =>
        {
            Assert.That((result.Passed, result.Total), Is.EqualTo((0, 1)));
            Assert.That(result.Failures.Single().Reason, Does.StartWith("not supported yet"));
        });
    }

    private static Task<CaseResult> Run(Func<CancellationToken, Task<CaseResult>> body) =>
        new ConformanceRunner([new AnyRunner(body)], Guard).RunGuardedAsync(new AnyCase("x"), CancellationToken.None);

    private sealed record AnyCase(string Id) : ConformanceCase(Id);

    private sealed class AnyRunner(Func<CancellationToken, Task<CaseResult>> body) : ICaseRunner
    {
        public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => body(cancellationToken);
    }
}
