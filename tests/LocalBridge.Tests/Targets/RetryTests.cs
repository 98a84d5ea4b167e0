using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Tests.Targets;

[CancelAfter(20_000)]
public sealed class RetryTests
{
    private const string Pattern = """{"source":["s"]}""";

    [Test]
    public async Task Function_FailsTwice_IsTriedAgainOnVirtualTime(CancellationToken cancellationToken)
    {
        var attempts = new List<DateTimeOffset>();
        TestBridge? made = null;
        await using TestBridge bridge = made = TestBridge.Create(builder => builder
            .AddFunction("f", (input, _, _) =>
            {
                attempts.Add(made!.Time.GetUtcNow());
                return attempts.Count < 3 ? throw new InvalidOperationException("not yet") : new ValueTask<JsonValue>(input);
            })
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Function("f"))));

        await PublishAsync(bridge, cancellationToken);
        await bridge.AdvanceUntilAsync(bridge.IdleAsync(cancellationToken), TimeSpan.FromMilliseconds(200), cancellationToken);

        Assert.That(attempts, Has.Count.EqualTo(3));
        Assert.That(attempts[2] - attempts[1], Is.GreaterThan(TimeSpan.Zero));
        Assert.That(bridge.LogOf(LogLevel.Error), Is.Empty);
    }

    [Test]
    public async Task Function_NeverSucceeds_GoesToTheDeadLetterQueueAfterTheAttempts(CancellationToken cancellationToken)
    {
        int attempts = 0;
        var letters = new Received<DeadLetter>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddDeadLetterQueue("dlq", letters.Add)
            .AddFunction("f", (_, _, _) =>
            {
                attempts++;
                throw new FunctionException("OutOfStock", "7");
            })
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .Function("f")
                .InputPath("$.detail")
                .Retry(new RetryPolicy { MaximumRetryAttempts = 3 })
                .DeadLetterTo("dlq"))));

        await PublishAsync(bridge, cancellationToken);
        await bridge.AdvanceUntilAsync(bridge.IdleAsync(cancellationToken), TimeSpan.FromSeconds(1), cancellationToken);
        DeadLetter letter = await letters.NextAsync(cancellationToken);

        Assert.That(attempts, Is.EqualTo(4));
        Assert.That(letter.Event.Detail.ToJson(), Is.EqualTo("""{"a":1}"""));
        Assert.That(letter.ToAttributes(), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["RULE_ARN"] = "arn:aws:events:us-east-1:000000000000:rule/r",
            ["TARGET_ARN"] = "arn:aws:lambda:us-east-1:000000000000:function:f",
            ["ERROR_CODE"] = "ERROR_FROM_TARGET",
            ["ERROR_MESSAGE"] = "OutOfStock: 7",
            ["EXHAUSTED_RETRY_CONDITION"] = "MaximumRetryAttempts",
            ["RETRY_ATTEMPTS"] = "3",
        }));
    }

    [Test]
    public async Task Function_EventGrowsTooOld_GoesToTheDeadLetterQueue(CancellationToken cancellationToken)
    {
        var letters = new Received<DeadLetter>();
        var attempts = new Received<string?>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddDeadLetterQueue("dlq", letters.Add)
            .AddFunction("f", async (_, context, token) =>
            {
                await attempts.Add(context.EventId, token);
                throw new InvalidOperationException("never");
            })
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .Function("f")
                .Retry(new RetryPolicy { MaximumEventAge = TimeSpan.FromMinutes(1) })
                .DeadLetterTo("dlq"))));

        await PublishAsync(bridge, cancellationToken);
        await attempts.NextAsync(cancellationToken);
        await bridge.AdvanceUntilAsync(bridge.IdleAsync(cancellationToken), TimeSpan.FromSeconds(1), cancellationToken);
        DeadLetter letter = await letters.NextAsync(cancellationToken);

        Assert.That(letter.ExhaustedRetryCondition, Is.EqualTo("MaximumEventAgeInSeconds"));
        Assert.That(letter.RetryAttempts, Is.EqualTo(attempts.Count - 1).And.LessThan(185));
    }

    [Test]
    public async Task Failure_ThatRetryCannotHelp_GoesToTheDeadLetterQueueAtOnce(CancellationToken cancellationToken)
    {
        var letters = new Received<DeadLetter>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddDeadLetterQueue("dlq", letters.Add)
            .AddFunction("f", (input, _, _) => new ValueTask<JsonValue>(input))
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .Function("f")
                .InputTransformer("""{"x":"<d>"}""", ("d", "$.detail"))
                .DeadLetterTo("dlq"))));

        await PublishAsync(bridge, cancellationToken);
        DeadLetter letter = await letters.NextAsync(cancellationToken);

        Assert.That((letter.ErrorCode, letter.RetryAttempts, letter.ExhaustedRetryCondition), Is.EqualTo(("INVALID_JSON", 0, (string?)null)));
    }

    [Test]
    public async Task Failure_NoDeadLetterQueue_IsDroppedAndLoggedAsAnError(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddFunction("f", (_, _, _) => throw new InvalidOperationException("never"))
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Function("f").Retry(RetryPolicy.None))));

        await PublishAsync(bridge, cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(bridge.LogOf(LogLevel.Error).Single().Message, Does.Contain("has no dead-letter queue"));
    }

    [Test]
    public async Task DeadLetterQueue_ThatFails_IsLogged(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddDeadLetterQueue("dlq", (_, _) => throw new InvalidOperationException("full"))
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .Handler((_, _) => throw new InvalidOperationException("never"))
                .DeadLetterTo("dlq"))));

        await PublishAsync(bridge, cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(bridge.LogOf(LogLevel.Error).Single().Message, Does.Contain("was lost").And.Contain("dlq"));
    }

    [Test]
    public async Task Handler_WithRetryAsked_IsTriedAgainWhileLaterEventsGoOn(CancellationToken cancellationToken)
    {
        var received = new Received<string>();
        int failures = 2;
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .Handler((envelope, token) => envelope.DetailType == "first" && Interlocked.Decrement(ref failures) >= 0
                    ? throw new InvalidOperationException("not yet")
                    : received.Add(envelope.DetailType, token))
                .Retry(new RetryPolicy { MaximumRetryAttempts = 5 }))));

        await PublishAsync(bridge, cancellationToken, "first");
        await PublishAsync(bridge, cancellationToken, "second");
        string overtaking = await received.NextAsync(cancellationToken);
        await bridge.AdvanceUntilAsync(bridge.IdleAsync(cancellationToken), TimeSpan.FromSeconds(1), cancellationToken);

        Assert.That((overtaking, await received.NextAsync(cancellationToken)), Is.EqualTo(("second", "first")));
    }

    [Test]
    public async Task Dispose_DeliveryWaitsForItsRetry_IsGivenUpAndTold(CancellationToken cancellationToken)
    {
        TestBridge bridge = TestBridge.Create(builder => builder
            .ConfigureEventBus(options => options.RetryDelay = options.MaximumRetryDelay = TimeSpan.FromHours(1))
            .AddFunction("f", (_, _, _) => throw new InvalidOperationException("never"))
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Function("f"))));
        await PublishAsync(bridge, cancellationToken);

        await bridge.DisposeAsync();
        while (!bridge.LogOf(LogLevel.Error).Any(record => record.Message.Contains("the host stopped first", StringComparison.Ordinal)))
            await Task.Yield();

        Assert.That(bridge.LogOf(LogLevel.Error)[0].Message, Does.Contain("were given up"));
    }

    private static async Task PublishAsync(TestBridge bridge, CancellationToken cancellationToken, string detailType = "d") =>
        await bridge.Bus.PublishAsync("s", detailType, JsonValue.Parse("""{"a":1}"""), cancellationToken: cancellationToken);
}
