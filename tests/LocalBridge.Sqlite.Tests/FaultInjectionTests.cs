using LocalBridge.Json;
using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Testing.Storage;
using LocalBridge.Workflows;

namespace LocalBridge.Sqlite.Tests;

/// <summary>Lets commits fail before, in the middle of and after their effect, while workflows and events run: nothing that was accepted may be lost or come twice.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FaultInjectionTests : IDisposable
{
    private const string Machine = """
        {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"step","Next":"B"},"B":{"Type":"Task","Resource":"step","End":true}}},
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Task","Resource":"step","End":true}}}}}}]}}}
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task Commits_FailAtRandom_WhatWasAcceptedCompletesOnceAndIsWellFormed([Values(1, 2, 3)] int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var gate = new Lock();
        bool isFaulty = false;
        StorageFault Decide(StorageBatch batch)
        {
            lock (gate)
            {
                return isFaulty && random.Next(8) == 0 ? (StorageFault)random.Next(1, 4) : StorageFault.None;
            }
        }

        HashSet<string> received = [];
        await using LocalBridgeHost bridge = LocalBridgeHost.Create(builder => builder
            .UseStorage(_ => new FaultyStorage(
                new SqliteStorage(_directory.File("faults.db"), new SqliteStorageOptions { Durability = SqliteDurability.ProcessCrash }), Decide))
            .AddFunction("step", (input, _, _) => ValueTask.FromResult(input))
            .AddStateMachine("machine", Machine)
            .AddRule("all", rule => rule.Matching("""{"source":["test"]}""").To(target => target.Handler((envelope, _) =>
            {
                lock (gate)
                {
                    received.Add(envelope.Id);
                }

                return ValueTask.CompletedTask;
            }))));
        await bridge.StartAsync(cancellationToken);
        lock (gate)
        {
            isFaulty = true;
        }

        var accepted = new List<Execution>();
        var published = new List<string>();
        int refused = 0;
        while (accepted.Count < 40)
        {
            try
            {
                accepted.Add(await bridge.StateMachines.StartAsync("machine", JsonValue.Parse("""{"items":[1,2,3]}"""), null, cancellationToken));
                published.Add((await bridge.EventBus.PublishAsync("test", "Numbered", JsonValue.EmptyObject, cancellationToken: cancellationToken)).EventId);
            }
            catch (StorageUnavailableException)
            {
                // Refused, and said so. While the bridge waits for the storage to come back, it refuses at once.
                refused++;
                await Task.Delay(5, cancellationToken);
            }
        }

        ExecutionResult[] results = await Task.WhenAll(accepted.Select(execution => execution.WaitAsync(cancellationToken)));
        await bridge.WaitUntilIdleAsync(cancellationToken);
        lock (gate)
        {
            isFaulty = false;
        }

        Assert.That(refused, Is.Positive);
        Assert.That(results.Select(result => result.Output.ToJson()), Is.All.EqualTo("""[{"items":[1,2,3]},[1,2,3]]"""));
        Assert.That(received, Is.SupersetOf(published));
        foreach (Execution execution in accepted)
        {
            HistoryPage page = await bridge.StateMachines.GetHistoryAsync(execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 }, cancellationToken);
            Assert.That(page.Events.Select(historyEvent => historyEvent.Id), Is.EqualTo(Enumerable.Range(1, page.Events.Length)));
            Assert.That(page.Events[^1].Type, Is.EqualTo(HistoryEventType.ExecutionSucceeded));
        }

        ExecutionPage stored = await bridge.StateMachines.ListExecutionsAsync("machine", new ListExecutionsOptions { MaxResults = 1000 }, cancellationToken);
        Assert.That(
            stored.Executions.Where(execution => execution.Status == ExecutionStatus.Succeeded).Select(execution => execution.ExecutionArn),
            Is.SupersetOf(accepted.Select(execution => execution.ExecutionArn)));
    }
}
