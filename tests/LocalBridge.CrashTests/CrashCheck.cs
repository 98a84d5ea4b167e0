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
    private CrashOptions _options = options;

    internal Promises Promises { get; } = new();

    internal int Executions => _options.Executions;

    internal void Grow(CrashOptions grown) => _options = grown;

    /// <summary>Right after a kill, before the next child could repair anything: what was answered is committed.</summary>
    internal async Task CheckPromisesAsync()
    {
        Promises.Read(_options.Log!);
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
        True(Promises.IsDone, "The last child ended without having done everything.");
        for (int number = 0; number < _options.Events; number++)
        {
            True(Promises.Published.TryGetValue(number, out List<string>? ids), $"Event {number} was never accepted.");
            foreach (string id in ids!)
            {
                True(Promises.Delivered.Contains(id), $"Event {number} was accepted as {id} and never delivered.");
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

    private static void True(bool condition, string message)
    {
        if (!condition)
        {
            throw new BrokenPromiseException(message);
        }
    }

    private async Task CheckEventsAsync(IBridgeStorage storage)
    {
        HashSet<string> pending = [];
        long after = 0;
        while (await storage.ReadEntriesAsync("deliveries", after, 1000, default) is { Length: > 0 } page)
        {
            after = page[^1].Sequence;
            pending.UnionWith(page.Select(static entry => Guid.Parse(entry.Id[(entry.Id.LastIndexOf('/') + 1)..]).ToString()));
        }

        foreach ((int number, List<string> ids) in Promises.Published)
        {
            foreach (string id in ids)
            {
                True(pending.Contains(id) || Promises.Delivered.Contains(id), $"Event {number} was accepted as {id}, and is neither stored nor delivered.");
            }
        }
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

        int dispatched = Promises.Dispatched.TryGetValue(execution.ExecutionArn, out HashSet<string>? attempts) ? attempts.Count : 0;
        True(dispatched == schedules, $"Execution {execution.Name} has {schedules} scheduled attempts in its history, and {dispatched} were dispatched.");
    }
}
