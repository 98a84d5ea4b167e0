using LocalBridge.Json;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Workflows;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>Two bridges on one database. The lease is measured by the clock of the database, so these tests wait for it, as short as it can be.</summary>
[CancelAfter(60_000)]
internal sealed class SharedDatabaseTests
{
    private const string WaitForToken = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Parameters":{"FunctionName":"ask","Payload":{"token.$":"$$.Task.Token"}},"Next":"Finish"},"Finish":{"Type":"Task","Resource":"finish","End":true}}}
        """;

    [Test]
    public async Task LeaseIsLost_TheOtherBridgeGoesOn_AndTheExecutionEndsOnce(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        var tokens = new System.Collections.Concurrent.ConcurrentQueue<string>();
        int finished = 0;
        await using LocalBridgeHost first = Create(database, tokens, () => Interlocked.Increment(ref finished));
        Execution execution = await first.StateMachines.StartAsync("ask", JsonValue.Parse("{}"), cancellationToken: cancellationToken);
        await first.WaitUntilIdleAsync(cancellationToken);
        await using LocalBridgeHost second = Create(database, tokens, () => Interlocked.Increment(ref finished));
        await database.RunAsync("UPDATE owner SET lease_until = '-infinity'");
        await second.StartAsync(cancellationToken);

        await second.StateMachines.SendTaskSuccessAsync(tokens.First(), JsonValue.Parse("42"), cancellationToken);
        Execution taken = await second.StateMachines.GetExecutionAsync(execution.ExecutionArn, cancellationToken);
        JsonValue output = await taken.GetResultAsync(cancellationToken);

        Assert.That(output, Is.EqualTo(JsonValue.Parse("42")));
        Assert.That(finished, Is.EqualTo(1));
    }

    [Test]
    public async Task BothStartWithTheSameStateMachine_BothWork(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = Create(database, new(), static () => { });
        await using LocalBridgeHost second = Create(database, new(), static () => { });

        await Task.WhenAll(first.StartAsync(cancellationToken), second.StartAsync(cancellationToken));

        Assert.That((await first.StateMachines.ListExecutionsAsync("ask", cancellationToken: cancellationToken)).Executions, Is.Empty);
        Assert.That((await second.StateMachines.ListExecutionsAsync("ask", cancellationToken: cancellationToken)).Executions, Is.Empty);
    }

    private static LocalBridgeHost Create(TestDatabase database, System.Collections.Concurrent.ConcurrentQueue<string> tokens, Action onFinished) => LocalBridgeHost.Create(bridge => bridge
        .UsePostgreSql(database.ConnectionString, options =>
        {
            options.Schema = database.Schema;
            options.LeaseDuration = TimeSpan.FromSeconds(1);
        })
        .AddFunction("ask", (JsonValue request) => tokens.Enqueue(request["token"].GetString()))
        .AddFunction("finish", (JsonValue answer) =>
        {
            onFinished();
            return answer;
        })
        .AddStateMachine("ask", WaitForToken));
}
