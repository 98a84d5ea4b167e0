using System.Collections.Concurrent;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Workflows;

namespace LocalBridge.PostgreSql.Tests.Support;

/// <summary>Executions and durable events that come without pause, and the proof that each one that was accepted was carried out.</summary>
internal sealed class OutageLoad : IAsyncDisposable
{
    private const int Workers = 8;

    private const string Machine = """
        {"StartAt":"First","States":{"First":{"Type":"Task","Resource":"step","Next":"P"},"P":{"Type":"Parallel","End":true,"Branches":[
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"step","Next":"B"},"B":{"Type":"Task","Resource":"step","End":true}}},
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Task","Resource":"step","End":true}}}}}}]}}}
        """;

    private readonly ConcurrentBag<Execution> _started = [];
    private readonly ConcurrentBag<string> _published = [];
    private readonly ConcurrentDictionary<string, int> _received = new();
    private readonly ConcurrentBag<Exception> _refusals = [];
    private readonly TestDatabase _database;
    private readonly LocalBridgeHost _bridge;

    internal OutageLoad(TestDatabase database)
    {
        _database = database;
        _bridge = LocalBridgeHost.Create(builder => builder
            .UsePostgreSql(database.ConnectionString, options =>
            {
                options.Schema = database.Schema;
                options.LeaseDuration = TimeSpan.FromMinutes(5); // longer than any restart: this is not about taking over
            })
            .AddFunction("step", (input, _, _) => ValueTask.FromResult(input))
            .AddStateMachine("machine", Machine)
            .AddRule("all", rule => rule.Matching("""{"source":["test"]}""").To(target => target.Handler((envelope, _) =>
            {
                _received.AddOrUpdate(envelope.Id, 1, static (_, count) => count + 1);
                return ValueTask.CompletedTask;
            }))));
    }

    internal IReadOnlyCollection<Exception> Refusals => _refusals;

    private int Accepted => Math.Min(_started.Count, _published.Count);

    /// <summary>Lets the load go on while something happens: before it, through it, and after it until as much again was accepted.</summary>
    internal async Task RunThroughAsync(Func<Task> happen, CancellationToken cancellationToken)
    {
        await _bridge.StartAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(stop.Token), CancellationToken.None))];
        await WaitForAcceptedAsync(100, cancellationToken);
        await happen();
        await WaitForAcceptedAsync(Accepted + 100, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(workers);
    }

    /// <summary>Asserts that nothing was lost and nothing is left.</summary>
    internal async Task AssertCarriedOutAsync(CancellationToken cancellationToken)
    {
        ExecutionResult[] results = await Task.WhenAll(_started.Select(execution => execution.WaitAsync(cancellationToken)));
        Assert.That(results.Select(static result => result.Output.ToJson()), Is.All.EqualTo("""[{"items":[1,2,3]},[1,2,3]]"""));

        // What was refused although its commit may have taken effect is removed with the next commits.
        await _bridge.StateMachines.StartAsync("machine", JsonValue.Parse("""{"items":[]}"""), null, cancellationToken);
        await _bridge.EventBus.PublishAsync("test", "Last", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await _bridge.WaitUntilIdleAsync(cancellationToken);
        Assert.That(_received.Keys, Is.SupersetOf(_published));
        foreach (Execution execution in _started)
        {
            HistoryPage page = await _bridge.StateMachines.GetHistoryAsync(execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 }, cancellationToken);
            Assert.That(page.Events.Select(static historyEvent => historyEvent.Id), Is.EqualTo(Enumerable.Range(1, page.Events.Length)));
            Assert.That(page.Events.Where(static historyEvent => IsEnd(historyEvent.Type)), Is.EqualTo(page.Events.TakeLast(1)), "it ended once");
        }

        Assert.That(await _database.RunAsync("SELECT count(*) FROM open_execution"), Is.Zero);
        Assert.That(await _database.RunAsync("SELECT count(*) FROM entry"), Is.Zero);
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private static bool IsEnd(HistoryEventType type) => type is HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed
        or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut;

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var input = JsonValue.Parse("""{"items":[1,2,3]}""");
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _started.Add(await _bridge.StateMachines.StartAsync("machine", input, null, CancellationToken.None));
                _published.Add((await _bridge.EventBus.PublishAsync("test", "Numbered", JsonValue.EmptyObject, cancellationToken: CancellationToken.None)).EventId);
            }
            catch (Exception exception)
            {
                _refusals.Add(exception);
                await Task.Delay(20, CancellationToken.None); // while the bridge waits for the storage to come back, it refuses at once
            }
        }
    }

    private async Task WaitForAcceptedAsync(int count, CancellationToken cancellationToken)
    {
        while (Accepted < count)
        {
            await Task.Delay(10, cancellationToken);
        }
    }
}
