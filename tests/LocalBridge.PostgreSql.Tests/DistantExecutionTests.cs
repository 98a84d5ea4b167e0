using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using LocalBridge.Json;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>Two bridges on one database, as behind a load balancer: what is asked of one about an execution of the other. Their lease is so long that nothing here waits for it.</summary>
[CancelAfter(60_000)]
internal sealed class DistantExecutionTests
{
    private const string WaitForToken = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":86400,
        "Parameters":{"FunctionName":"ask","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
        """;

    private static readonly JsonValue Answer = JsonValue.Parse("""{"answer":[42,"ä"]}""");

    [Test]
    public async Task SendTaskSuccess_TaskIsElsewhere_EndsIt_AndWhoAwaitsItHere(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);
        Execution distant = await pair.Second.StateMachines.GetExecutionAsync(pair.Execution.ExecutionArn, cancellationToken);

        await pair.Second.StateMachines.SendTaskHeartbeatAsync(pair.Token, cancellationToken);
        await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken);

        Assert.That(await pair.Execution.GetResultAsync(cancellationToken), Is.EqualTo(Answer));
        Assert.That(await distant.GetResultAsync(cancellationToken), Is.EqualTo(Answer));
    }

    [Test]
    public async Task SendTaskSuccess_LargeOutput_Comes(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);
        JsonValue large = JsonValue.Parse($"\"{new string('x', 200_000)}\"");

        await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, large, cancellationToken);

        Assert.That(await pair.Execution.GetResultAsync(cancellationToken), Is.EqualTo(large));
    }

    [Test]
    public async Task SendTaskFailure_TaskIsElsewhere_FailsIt(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);

        await pair.Second.StateMachines.SendTaskFailureAsync(pair.Token, "Order.Refused", "no stock", cancellationToken);

        await Assert.ThatAsync(
            async () => await pair.Execution.GetResultAsync(cancellationToken),
            Throws.TypeOf<ExecutionFailedException>().With.Property("Error").EqualTo("Order.Refused").And.Property("Cause").EqualTo("no stock"));
    }

    [Test]
    public async Task SendTaskSuccess_Twice_SecondIsTooLate(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken, WaitForToken.Replace("\"End\":true", "\"Next\":\"Wait\"", StringComparison.Ordinal)
            .Replace("}}}", "},\"Wait\":{\"Type\":\"Wait\",\"Seconds\":86400,\"End\":true}}}", StringComparison.Ordinal));
        await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken);

        await Assert.ThatAsync(async () => await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken), Throws.TypeOf<TaskTimedOutException>());
    }

    [Test]
    public async Task SendTaskSuccess_ExecutionHasEnded_IsTooLate(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);
        await pair.First.StateMachines.StopAsync(pair.Execution.ExecutionArn, cancellationToken: cancellationToken);

        await Assert.ThatAsync(async () => await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken), Throws.TypeOf<TaskTimedOutException>());
        await Assert.ThatAsync(async () => await pair.Second.StateMachines.SendTaskSuccessAsync("no token", Answer, cancellationToken), Throws.TypeOf<InvalidTokenException>());
    }

    [Test]
    public async Task Stop_ExecutionIsElsewhere_StopsIt(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);

        DateTimeOffset stopDate = await pair.Second.StateMachines.StopAsync(pair.Execution.ExecutionArn, "Stopped", "by hand", cancellationToken);

        ExecutionDescription description = await pair.First.StateMachines.DescribeAsync(pair.Execution.ExecutionArn, cancellationToken);
        Assert.That((description.Status, description.Error, description.Cause, description.StopDate), Is.EqualTo((ExecutionStatus.Aborted, "Stopped", "by hand", stopDate)));
        Assert.That(await pair.Second.StateMachines.StopAsync(pair.Execution.ExecutionArn, cancellationToken: cancellationToken), Is.EqualTo(stopDate), "it has ended already");
    }

    [Test]
    public async Task OwnerIsDead_SaysSo_AndAfterTheTakeOverItWorks(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);
        await pair.Database.RunAsync("UPDATE owner SET lease_until = '-infinity' WHERE epoch = (SELECT min(epoch) FROM owner)");

        await Assert.ThatAsync(
            async () => await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken),
            Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("has died").And.Message.Contains(pair.Execution.ExecutionArn));
        await Assert.ThatAsync(
            async () => await pair.Second.StateMachines.StopAsync(pair.Execution.ExecutionArn, cancellationToken: cancellationToken),
            Throws.TypeOf<StorageUnavailableException>());
        await using LocalBridgeHost third = pair.CreateBridge();
        await third.StartAsync(cancellationToken);
        await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken);

        Execution taken = await third.StateMachines.GetExecutionAsync(pair.Execution.ExecutionArn, cancellationToken);
        Assert.That(await taken.GetResultAsync(cancellationToken), Is.EqualTo(Answer));
    }

    [Test]
    public async Task OwnerDoesNotListen_TellsThatNobodyReplied(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage deaf = database.CreateStorage();
        await deaf.OpenAsync(cancellationToken);
        await deaf.CommitAsync(cancellationToken, Batches.Checkpoint("a", 0));
        await using LocalBridgeHost bridge = Pair.CreateBridge(database, new(), WaitForToken, TimeSpan.FromSeconds(1));
        await bridge.StartAsync(cancellationToken);

        string token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Batches.Checkpoint("a", 0).ExecutionArn}\n1\n0000000000000001"));

        await Assert.ThatAsync(
            async () => await bridge.StateMachines.SendTaskSuccessAsync(token, Answer, cancellationToken),
            Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("did not reply within 00:00:01"));
    }

    [Test]
    public async Task ListeningConnectionsAreCut_TheyListenAgain(CancellationToken cancellationToken)
    {
        await using Pair pair = await Pair.StartAsync(cancellationToken);
        await pair.Database.RunAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (query = 'LISTEN \"{pair.Database.Schema}\"' OR query LIKE 'WITH taken AS%')");

        await pair.Second.StateMachines.SendTaskSuccessAsync(pair.Token, Answer, cancellationToken);

        Assert.That(await pair.Execution.GetResultAsync(cancellationToken), Is.EqualTo(Answer));
    }

    /// <summary>Two bridges, and an execution of the first one that waits for an answer.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _tokens = new();
        private readonly string _definition;

        private Pair(string definition)
        {
            _definition = definition;
            First = CreateBridge();
            Second = CreateBridge();
        }

        internal TestDatabase Database { get; } = TestDatabase.Create();

        internal LocalBridgeHost First { get; }

        internal LocalBridgeHost Second { get; }

        internal Execution Execution { get; private set; } = null!;

        internal string Token => _tokens.First();

        internal static async Task<Pair> StartAsync(CancellationToken cancellationToken, string definition = WaitForToken)
        {
            var pair = new Pair(definition);
            await pair.First.StartAsync(cancellationToken);
            await pair.Second.StartAsync(cancellationToken);
            pair.Execution = await pair.First.StateMachines.StartAsync("ask", JsonValue.Parse("{}"), cancellationToken: cancellationToken);
            await pair.First.WaitUntilIdleAsync(cancellationToken);
            return pair;
        }

        internal static LocalBridgeHost CreateBridge(TestDatabase database, ConcurrentQueue<string> tokens, string definition, TimeSpan leaseDuration) => LocalBridgeHost.Create(bridge => bridge
            .UsePostgreSql(database.ConnectionString, options =>
            {
                options.Schema = database.Schema;
                options.LeaseDuration = leaseDuration;
            })
            .AddFunction("ask", (JsonValue request) => tokens.Enqueue(request["token"].GetString()))
            .AddStateMachine("ask", definition));

        internal LocalBridgeHost CreateBridge() => CreateBridge(Database, _tokens, _definition, TimeSpan.FromMinutes(10));

        public async ValueTask DisposeAsync()
        {
            await Second.DisposeAsync();
            await First.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
