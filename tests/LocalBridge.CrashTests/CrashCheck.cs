using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Workflows;

namespace LocalBridge.CrashTests;

/// <summary>Compares what the children have promised with what is stored.</summary>
internal sealed class CrashCheck(CrashOptions options)
{
    private readonly HashSet<int> _startsChecked = [];
    private readonly HashSet<int> _endsChecked = [];
    private readonly HashSet<int> _killed = [];
    private CrashOptions _options = options;

    internal Promises Promises { get; } = new();

    internal int Executions => _options.Executions;

    internal void Grow(CrashOptions grown) => _options = grown;

    internal void OnKilled(int instance) => _killed.Add(instance);

    /// <summary>Right after a kill, before the next child could repair anything: what was answered is committed. Other children may be at work meanwhile.</summary>
    internal async Task CheckPromisesAsync()
    {
        Promises.Read(_options.Logs!);
        IBridgeStorage storage = CrashStore.Create(_options.Store, _options.Target!);
        try
        {
            await storage.OpenAsync(default);
            foreach ((int number, string arn) in Promises.Started.Where(started => _startsChecked.Add(started.Key)))
            {
                True(await storage.ReadExecutionAsync(arn, default) is not null, $"The start of execution {number} was answered, and it is not stored.");
            }

            foreach ((int number, string output) in Promises.Completed.Where(completed => _endsChecked.Add(completed.Key)))
            {
                True(output == CrashLoad.OutputOf(number), $"Execution {number} was told to have ended with {output}; expected was {CrashLoad.OutputOf(number)}.");
                if (Promises.Started.TryGetValue(number, out string? arn))
                {
                    StoredExecution? stored = await storage.ReadExecutionAsync(arn, default);
                    True(stored?.Status == ExecutionStatus.Succeeded, $"The end of execution {number} was told, and it is stored as {stored?.Status}.");
                }
            }

            await CheckEventsAsync(storage);
        }
        finally
        {
            await ((IAsyncDisposable)storage).DisposeAsync();
        }
    }

    /// <summary>When all is done: everything has come to its right end.</summary>
    internal async Task CheckEndAsync()
    {
        for (int number = 0; number < _options.Events; number++)
        {
            True(Promises.Published.TryGetValue(number, out List<string>? ids), $"Event {number} was never accepted.");
            foreach (string id in ids!)
            {
                True(Promises.Delivered.TryGetValue(id, out HashSet<int>? instances), $"Event {number} was accepted as {id} and never delivered.");
                CheckExclusive(instances!, $"Event {number}, accepted as {id}, was delivered");
            }
        }

        foreach ((string arn, Dictionary<string, HashSet<int>> attempts) in Promises.Dispatched)
        {
            foreach ((string attempt, HashSet<int> instances) in attempts)
            {
                CheckExclusive(instances, $"Attempt {attempt} of {arn} was dispatched");
            }
        }

        LocalBridgeHost bridge = LocalBridgeHost.Create(builder => builder
            .ConfigureWorkflows(workflows => workflows.AllowUnknownResources = true)
            .UseStorage(_ => CrashStore.Create(_options.Store, _options.Target!)));
        await using (bridge)
        {
            int count = 0;
            foreach ((string machine, _) in CrashLoad.StateMachines)
            {
                count += await CheckMachineAsync(bridge.StateMachines, machine);
            }

            True(count == _options.Executions, $"{count} executions are stored; {_options.Executions} were started.");
        }
    }

    /// <summary>Whether events wait for their delivery.</summary>
    internal async Task<bool> IsAnythingPendingAsync()
    {
        IBridgeStorage storage = CrashStore.Create(_options.Store, _options.Target!);
        await using (((IAsyncDisposable)storage).ConfigureAwait(false))
        {
            await storage.OpenAsync(default);
            return (await storage.ReadEntriesAsync("deliveries", 0, 1, default)).Length > 0;
        }
    }

    private static void True(bool condition, string message)
    {
        if (!condition)
        {
            throw new BrokenPromiseException(message);
        }
    }

    /// <summary>One that lives has it to itself; only what a dead one did may be done again.</summary>
    private void CheckExclusive(HashSet<int> instances, string what)
    {
        int[] living = [.. instances.Where(instance => !_killed.Contains(instance) && !Promises.Fenced.Contains(instance))];
        True(living.Length <= 1, $"{what} by the children {string.Join(" and ", living)}, none of which had died.");
    }

    private async Task CheckEventsAsync(IBridgeStorage storage)
    {
        (int Number, string Id)[] accepted = [.. Promises.Published.SelectMany(static published => published.Value.Select(id => (published.Key, id)))];
        HashSet<string> pending = await ReadPendingAsync(storage);

        // What was delivered meanwhile was written down before it left the store.
        Promises.Read(_options.Logs!);
        foreach ((int number, string id) in accepted)
        {
            True(pending.Contains(id) || Promises.Delivered.ContainsKey(id), $"Event {number} was accepted as {id}, and is neither stored nor delivered.");
        }
    }

    private static async Task<HashSet<string>> ReadPendingAsync(IBridgeStorage storage)
    {
        HashSet<string> pending = [];
        long after = 0;
        while (await storage.ReadEntriesAsync("deliveries", after, 1000, default) is { Length: > 0 } page)
        {
            after = page[^1].Sequence;
            pending.UnionWith(page.Select(static entry => Guid.Parse(entry.Id[(entry.Id.LastIndexOf('/') + 1)..]).ToString()));
        }

        return pending;
    }

    private async Task<int> CheckMachineAsync(IStateMachines stateMachines, string machine)
    {
        int count = 0;
        string? token = null;
        do
        {
            ExecutionPage page = await stateMachines.ListExecutionsAsync(machine, new ListExecutionsOptions { MaxResults = 1000, NextToken = token });
            foreach (ExecutionDescription execution in page.Executions)
            {
                int number = int.Parse(execution.Name[(execution.Name.IndexOf('-', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture);
                True(execution.Status == ExecutionStatus.Succeeded, $"Execution {execution.Name} ended as {execution.Status}: {execution.Error} {execution.Cause}.");
                True(execution.Output.ToJson() == CrashLoad.OutputOf(number), $"Execution {execution.Name} ended with {execution.Output.ToJson()}; expected was {CrashLoad.OutputOf(number)}.");
                await CheckHistoryAsync(stateMachines, execution);
                count++;
            }

            token = page.NextToken;
        }
        while (token is not null);
        return count;
    }

    private async Task CheckHistoryAsync(IStateMachines stateMachines, ExecutionDescription execution)
    {
        HistoryPage page = await stateMachines.GetHistoryAsync(execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 });
        int schedules = 0;
        for (int i = 0; i < page.Events.Length; i++)
        {
            HistoryEvent historyEvent = page.Events[i];
            True(historyEvent.Id == i + 1, $"The history of {execution.Name} has event {historyEvent.Id} at place {i + 1}.");
            True(historyEvent.PreviousEventId < historyEvent.Id, $"Event {historyEvent.Id} of {execution.Name} follows event {historyEvent.PreviousEventId}.");
            True(
                historyEvent.Type == HistoryEventType.ExecutionSucceeded == (i == page.Events.Length - 1),
                $"The history of {execution.Name} has {historyEvent.Type} at place {i + 1} of {page.Events.Length}.");
            schedules += historyEvent.Type == HistoryEventType.TaskScheduled ? 1 : 0;
        }

        int dispatched = Promises.Dispatched.TryGetValue(execution.ExecutionArn, out Dictionary<string, HashSet<int>>? attempts) ? attempts.Count : 0;
        True(dispatched == schedules, $"Execution {execution.Name} has {schedules} scheduled attempts in its history, and {dispatched} were dispatched.");
    }
}
