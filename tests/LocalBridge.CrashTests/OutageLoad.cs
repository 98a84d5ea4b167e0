using System.Collections.Concurrent;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Storage;
using LocalBridge.Workflows;

namespace LocalBridge.CrashTests;

/// <summary>Executions and durable events that come without pause while a storage goes away and comes back, and the proof that each one that was accepted was carried
/// out. The process lives on; for one that dies there is <see cref="CrashRun"/>.</summary>
public sealed class OutageLoad : IAsyncDisposable
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
    private readonly LocalBridgeHost _bridge;
    private readonly JsonValue _input;

    /// <param name="useStorage">Chooses the storage.</param>
    /// <param name="padding">How many characters the input of each execution has to carry along.</param>
    public OutageLoad(Action<LocalBridgeBuilder> useStorage, int padding = 0)
    {
        _input = JsonValue.Parse($$"""{"items":[1,2,3],"padding":"{{new string('x', padding)}}"}""");
        _bridge = LocalBridgeHost.Create(builder =>
        {
            builder
                .AddFunction("step", (input, _, _) => ValueTask.FromResult(input))
                .AddStateMachine("machine", Machine)
                .AddRule("all", rule => rule.Matching("""{"source":["test"]}""").To(target => target.Handler((envelope, _) =>
                {
                    _received.AddOrUpdate(envelope.Id, 1, static (_, count) => count + 1);
                    return ValueTask.CompletedTask;
                })));
            useStorage(builder);
        });
    }

    /// <summary>Gets what callers were told whose execution or event was not accepted.</summary>
    public IReadOnlyCollection<Exception> Refusals => _refusals;

    /// <summary>Gets the ARNs of the executions that were accepted.</summary>
    public IReadOnlyCollection<string> Started => [.. _started.Select(static execution => execution.ExecutionArn)];

    private int Accepted => Math.Min(_started.Count, _published.Count);

    /// <summary>Lets the load go on while something happens: before it, through it, and after it until as much again was accepted.</summary>
    public async Task RunThroughAsync(Func<Task> happen, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happen);
        await _bridge.StartAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(stop.Token), CancellationToken.None))];
        await WaitForAcceptedAsync(count, cancellationToken);
        await happen();
        await WaitForAcceptedAsync(Accepted + count, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(workers);
    }

    /// <summary>Waits until a call was refused.</summary>
    public async Task WaitForRefusalAsync(CancellationToken cancellationToken)
    {
        while (_refusals.IsEmpty)
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>Checks that every execution that was accepted ended once with the right output, and that every event that was accepted came.</summary>
    /// <exception cref="BrokenPromiseException">It is not so.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        string output = $"[{_input.ToJson()},[1,2,3]]";
        foreach (Execution execution in _started)
        {
            ExecutionResult result = await WaitAsync(execution, cancellationToken);
            Check(result.Output.ToJson() == output, $"{execution.ExecutionArn} ended as {result.Status} with '{result.Output}'.");
        }

        // What was refused although its commit may have taken effect is removed with the next commits.
        Execution last = await _bridge.StateMachines.StartAsync("machine", _input, null, cancellationToken);
        await last.WaitAsync(cancellationToken);
        await _bridge.EventBus.PublishAsync("test", "Last", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await _bridge.WaitUntilIdleAsync(cancellationToken);
        foreach (string eventId in _published)
        {
            Check(_received.ContainsKey(eventId), $"The event {eventId} was accepted and never came.");
        }

        foreach (Execution execution in _started)
        {
            HistoryPage page = await _bridge.StateMachines.GetHistoryAsync(execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 }, cancellationToken);
            Check(page.Events.Select(static item => item.Id).SequenceEqual(Enumerable.Range(1, page.Events.Length).Select(static id => (long)id)), $"The history of {execution.ExecutionArn} has a gap.");
            Check(page.Events[^1].Type == HistoryEventType.ExecutionSucceeded && page.Events.Count(static item => IsEnd(item.Type)) == 1, $"The history of {execution.ExecutionArn} has not one end.");
        }
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private static bool IsEnd(HistoryEventType type) => type is HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed
        or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut;

    private static void Check(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new BrokenPromiseException(otherwise);
        }
    }

    private async Task<ExecutionResult> WaitAsync(Execution execution, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await execution.WaitAsync(cancellationToken);
            }
            catch (StorageUnavailableException)
            {
                // The bridge had to give it up, and somebody goes on with it: so it says, and so one asks again.
                execution = await _bridge.StateMachines.GetExecutionAsync(execution.ExecutionArn, cancellationToken);
            }
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _started.Add(await _bridge.StateMachines.StartAsync("machine", _input, null, CancellationToken.None));
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
            try
            {
                await Task.Delay(10, cancellationToken);
            }
            catch (OperationCanceledException exception)
            {
                throw new BrokenPromiseException(
                    $"{_started.Count} executions and {_published.Count} events were accepted, {count} of each expected; {_refusals.Count} calls refused: {_refusals.LastOrDefault()?.Message}", exception);
            }
        }
    }
}
