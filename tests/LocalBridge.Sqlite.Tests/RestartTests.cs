using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Activities;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Sqlite.Tests;

/// <summary>What a bridge finds again after its process has ended.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RestartTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task Start_TimersCameDueMeanwhile_FireAtOnceInTheirOrder(CancellationToken cancellationToken)
    {
        var order = new List<string>();
        static void Configure(LocalBridgeBuilder builder) => builder
            .ConfigureWorkflows(workflows => workflows.ShardCount = 1)
            .AddStateMachine("wait", """{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$.seconds","End":true}}}""");
        var arns = new List<string>();
        await using (LocalBridgeHost first = Create(Configure))
        {
            foreach (int seconds in (int[])[500, 100, 400, 200, 300])
            {
                JsonValue input = JsonValue.Parse($$"""{"seconds":{{seconds}},"n":1}""");
                arns.Add((await first.StateMachines.StartAsync("wait", input, null, cancellationToken)).ExecutionArn);
            }
        }

        _time.Advance(TimeSpan.FromHours(1));
        await using LocalBridgeHost second = Create(Configure);
        using EventSubscription subscription = second.EventBus.Subscribe(
            """{"source":["aws.states"],"detail":{"status":["SUCCEEDED"]}}""",
            (envelope, _) =>
            {
                order.Add(JsonValue.Parse(envelope.Detail["input"].GetString())["seconds"].ToJson());
                return ValueTask.CompletedTask;
            });
        await second.StartAsync(cancellationToken);
        foreach (string arn in arns)
        {
            await (await second.StateMachines.GetExecutionAsync(arn, cancellationToken)).GetResultAsync(cancellationToken);
        }

        await second.WaitUntilIdleAsync(cancellationToken);
        Assert.That(order, Is.EqualTo((string[])["100", "200", "300", "400", "500"]));
    }

    [Test]
    public async Task Start_DefinitionWasUpdatedAndDeleted_OpenExecutionsGoOnWithTheirRevision(CancellationToken cancellationToken)
    {
        static string Machine(string result) =>
            """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","Result":"RESULT","End":true}}}"""
                .Replace("RESULT", result, StringComparison.Ordinal);
        var arns = new List<string>();
        await using (LocalBridgeHost first = Create())
        {
            foreach (string revision in (string[])["one", "two"])
            {
                await first.StateMachines.CreateStateMachineAsync(
                    new CreateStateMachineRequest { Name = "m", Definition = Machine(revision + " a") }, cancellationToken);
                arns.Add((await first.StateMachines.StartAsync("m", default, null, cancellationToken)).ExecutionArn);
                await first.StateMachines.UpdateStateMachineAsync(
                    new UpdateStateMachineRequest { StateMachine = "m", Definition = Machine(revision + " b") }, cancellationToken);
                arns.Add((await first.StateMachines.StartAsync("m", default, null, cancellationToken)).ExecutionArn);
                await first.StateMachines.DeleteStateMachineAsync("m", cancellationToken);
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        _time.Advance(TimeSpan.FromHours(1));
        await using LocalBridgeHost second = Create();
        await second.StartAsync(cancellationToken);
        var outputs = new List<string>();
        foreach (string arn in arns)
        {
            outputs.Add((await (await second.StateMachines.GetExecutionAsync(arn, cancellationToken)).GetResultAsync(cancellationToken)).GetString());
        }

        Assert.That(outputs, Is.EqualTo((string[])["one a", "one b", "two a", "two b"]));
    }

    [Test]
    public async Task Start_RulesBusesAndActivitiesMadeAtRunTime_AreThereAgain(CancellationToken cancellationToken)
    {
        var received = new TaskCompletionSource<string>();
        void Configure(LocalBridgeBuilder builder) => builder.AddFunction("receive", (input, _, _) =>
        {
            received.TrySetResult(input.ToJson());
            return ValueTask.FromResult(input);
        });
        ActivityDescription activity;
        await using (LocalBridgeHost first = Create(Configure))
        {
            await first.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = "orders", Description = "all orders" }, cancellationToken);
            await first.Rules.PutRuleAsync(
                new PutRuleRequest { Name = "big", EventBusName = "orders", EventPattern = """{"source":["shop"]}""", Description = "big ones" }, cancellationToken);
            await first.Rules.PutTargetsAsync(
                "big",
                [
                    new Target
                    {
                        Id = "t",
                        Arn = "arn:aws:lambda:us-east-1:000000000000:function:receive",
                        InputTransformer = new InputTransformer { InputTemplate = """{"order":<id>}""", InputPathsMap = InputPaths("id", "$.detail.id") },
                        RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 3 },
                    },
                ],
                "orders",
                cancellationToken);
            await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "gone", EventPattern = """{"source":["x"]}""" }, cancellationToken);
            await first.Rules.DeleteRuleAsync("gone", null, cancellationToken);
            activity = await first.Activities.CreateActivityAsync("pack", cancellationToken);
        }

        await using LocalBridgeHost second = Create(Configure);
        await second.StartAsync(cancellationToken);
        await second.EventBuses.GetEventBus("orders").PublishAsync("shop", "Order", JsonValue.Parse("""{"id":7}"""), cancellationToken: cancellationToken);
        EventBusDescription eventBus = await second.EventBuses.DescribeEventBusAsync("orders", cancellationToken);
        ListRulesResponse rules = await second.Rules.ListRulesAsync(new ListRulesRequest(), cancellationToken);

        Assert.That(await received.Task.WaitAsync(cancellationToken), Is.EqualTo("""{"order":7}"""));
        Assert.That(eventBus.Description, Is.EqualTo("all orders"));
        Assert.That(rules.Rules, Is.Empty);
        Assert.That((await second.Activities.ListActivitiesAsync(cancellationToken)).Single(), Is.EqualTo(activity));
    }

    [Test]
    public async Task Start_DeliveryWasUnfinished_IsDeliveredWithWhatIsLeftOfItsAttempts(CancellationToken cancellationToken)
    {
        int failures = 0;
        bool isFirst = true;
        var letters = new TaskCompletionSource<DeadLetter>();
        SqliteStorage? storage = null;
        void Configure(LocalBridgeBuilder builder) => builder
            .UseStorage(_ => storage = new SqliteStorage(_directory.File("bridge.db"), new SqliteStorageOptions { Durability = SqliteDurability.ProcessCrash }))
            .AddDeadLetterQueue("dlq", (letter, _) =>
            {
                letters.TrySetResult(letter);
                return ValueTask.CompletedTask;
            })
            .ConfigureEventBus(bus => bus.ShutdownTimeout = TimeSpan.FromMilliseconds(1))
            .AddRule("r", rule => rule.Matching("""{"source":["s"]}""").To(target => target
                .Handler(async (_, token) =>
                {
                    if (isFirst && failures == 2)
                    {
                        await Task.Delay(Timeout.Infinite, token); // the attempt that the end of the first bridge cuts off
                    }

                    failures++;
                    throw new InvalidOperationException("no");
                })
                .Retry(new RetryPolicy { MaximumRetryAttempts = 3 })
                .DeadLetterTo("dlq")));
        await using (LocalBridgeHost first = Create(Configure))
        {
            await first.EventBus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
            await AdvanceUntilAsync(() => failures >= 2);
            while (!await IsStoredAsync(storage!, "\"attempts\":2", cancellationToken))
            {
                await Task.Yield();
            }

            await AdvanceUntilAsync(StopAsync(first));
        }

        int before = failures;
        isFirst = false;
        await using LocalBridgeHost second = Create(Configure);
        await second.StartAsync(cancellationToken);
        DeadLetter letter = await AdvanceUntilAsync(letters.Task);
        await second.WaitUntilIdleAsync(cancellationToken);

        Assert.That(before, Is.EqualTo(2));
        Assert.That(failures, Is.EqualTo(4));
        Assert.That(letter.RetryAttempts, Is.EqualTo(3));
        Assert.That(letter.ExhaustedRetryCondition, Is.EqualTo("MaximumRetryAttempts"));
        Assert.That(letter.Event.Source, Is.EqualTo("s"));
    }

    [Test]
    public async Task Start_DeadLetterQueueFailed_GetsTheLetterAgain(CancellationToken cancellationToken)
    {
        var letters = new List<DeadLetter>();
        void Configure(LocalBridgeBuilder builder) => builder
            .AddDeadLetterQueue("dlq", (letter, _) =>
            {
                letters.Add(letter);
                return letters.Count == 1 ? throw new InvalidOperationException("queue is down") : ValueTask.CompletedTask;
            })
            .AddRule("r", rule => rule.Matching("""{"source":["s"]}""").To(target => target
                .Handler((_, _) => throw new InvalidOperationException("no")).DeadLetterTo("dlq")));
        for (int start = 0; start < 3; start++)
        {
            await using LocalBridgeHost bridge = Create(Configure);
            await bridge.StartAsync(cancellationToken);
            if (start == 0)
            {
                await bridge.EventBus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
            }

            await bridge.WaitUntilIdleAsync(cancellationToken);
        }

        Assert.That(letters, Has.Count.EqualTo(2));
        Assert.That(letters[1].Event.ToUtf8().ToArray(), Is.EqualTo(letters[0].Event.ToUtf8().ToArray()));
        Assert.That(letters[1].ErrorMessage, Is.EqualTo("no"));
    }

    [Test]
    public async Task PayloadProtector_Set_NothingReadableIsInTheFileAndAllOfItIsReadBack(CancellationToken cancellationToken)
    {
        using var protector = new AesGcmProtector();
        void Configure(LocalBridgeBuilder builder) => builder
            .UsePayloadProtector(protector)
            .AddStateMachine("wait", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","Comment":"sesame-definition","End":true}}}""");
        string arn;
        await using (LocalBridgeHost first = Create(Configure))
        {
            arn = (await first.StateMachines.StartAsync("wait", JsonValue.Parse("""{"secret":"sesame-input"}"""), null, cancellationToken)).ExecutionArn;
        }

        string raw = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_directory.File("bridge.db"), cancellationToken));
        _time.Advance(TimeSpan.FromMinutes(2));
        await using LocalBridgeHost second = Create(Configure);
        await second.StartAsync(cancellationToken);
        JsonValue output = await (await second.StateMachines.GetExecutionAsync(arn, cancellationToken)).GetResultAsync(cancellationToken);
        HistoryPage history = await second.StateMachines.GetHistoryAsync(arn, null, cancellationToken);

        Assert.That(raw, Does.Contain("SQLite").And.Not.Contain("sesame"));
        Assert.That(output["secret"].GetString(), Is.EqualTo("sesame-input"));
        Assert.That(history.Events, Has.Length.EqualTo(6));
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> InputPaths(string name, string path) =>
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(name, path);

    private static async Task<bool> IsStoredAsync(SqliteStorage storage, string text, CancellationToken cancellationToken)
    {
        StoredEntry entry = (await storage.ReadEntriesAsync("deliveries", 0, 1, cancellationToken)).Single();
        return Encoding.UTF8.GetString(entry.State.ToBytes().Span).Contains(text, StringComparison.Ordinal);
    }

    private static async Task<bool> StopAsync(LocalBridgeHost bridge)
    {
        await bridge.StopAsync();
        return true;
    }

    private LocalBridgeHost Create(Action<LocalBridgeBuilder>? configure = null) => LocalBridgeHost.Create(builder =>
    {
        builder.UseTimeProvider(_time).UseSqlite(_directory.File("bridge.db"), options => options.Durability = SqliteDurability.ProcessCrash);
        configure?.Invoke(builder);
    });

    private async Task<T> AdvanceUntilAsync<T>(Task<T> task)
    {
        await AdvanceUntilAsync(() => task.IsCompleted);
        return await task;
    }

    private async Task AdvanceUntilAsync(Func<bool> isDone)
    {
        while (!isDone())
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    /// <summary>A sample of a protector: a random nonce, the tag, and the ciphertext. A real one takes its key from a vault and marks which key it was.</summary>
    private sealed class AesGcmProtector : IPayloadProtector, IDisposable
    {
        private const int NonceLength = 12;
        private const int TagLength = 16;

        private readonly AesGcm _aes = new(RandomNumberGenerator.GetBytes(32), TagLength);

        public void Protect(ReadOnlySpan<byte> payload, IBufferWriter<byte> destination)
        {
            int length = NonceLength + TagLength + payload.Length;
            Span<byte> target = destination.GetSpan(length)[..length];
            RandomNumberGenerator.Fill(target[..NonceLength]);
            _aes.Encrypt(target[..NonceLength], payload, target[(NonceLength + TagLength)..], target.Slice(NonceLength, TagLength));
            destination.Advance(length);
        }

        public void Unprotect(ReadOnlySpan<byte> protectedPayload, IBufferWriter<byte> destination)
        {
            int length = protectedPayload.Length - NonceLength - TagLength;
            _aes.Decrypt(
                protectedPayload[..NonceLength], protectedPayload[(NonceLength + TagLength)..], protectedPayload.Slice(NonceLength, TagLength), destination.GetSpan(length)[..length]);
            destination.Advance(length);
        }

        public void Dispose() => _aes.Dispose();
    }
}
