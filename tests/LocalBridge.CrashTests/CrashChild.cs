using System.Globalization;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.CrashTests;

/// <summary>The process that is killed: puts the load on a bridge and writes down what the bridge has promised.</summary>
internal static class CrashChild
{
    private const int Parallelism = 64;

    internal static async Task<int> RunAsync(CrashOptions options)
    {
        var before = new Promises();
        before.Read(options.Logs!);
        using var log = new PromiseLog(options.Logs!, options.Instance);
        using var fencing = new FencingLog(log);
        int deliveries = 0;
        var bridge = LocalBridgeHost.Create(builder =>
        {
            builder
                .UseStorage(_ => CrashStore.Create(options.Store, options.Target!))
                .UseLoggerFactory(fencing)
                .ConfigureEventBus(bus => bus.RetryDelay = TimeSpan.FromMilliseconds(20))
                .AddTaskHandler(CrashLoad.Step, (context, _) =>
                {
                    log.Write($"dispatched {context.ExecutionArn} {context.AttemptId}");
                    return ValueTask.FromResult(CrashLoad.Increment(context.Input));
                })
                .AddTaskHandler(CrashLoad.Flaky, async (context, _) =>
                {
                    log.Write($"dispatched {context.ExecutionArn} {context.AttemptId}");
                    await Task.Yield();

                    // The same attempt fails or succeeds each time; two of three fail.
                    return Hash(context.AttemptId) % 3 == 0 ? CrashLoad.Increment(context.Input) : throw new InvalidOperationException("flaky");
                })
                .AddRule("all", rule => rule
                    .Matching("""{"source":["crash"]}""")
                    .To(target => target
                        .Handler((envelope, _) => Receive(log, envelope, ref deliveries))
                        .Retry(new RetryPolicy { MaximumRetryAttempts = 100 })
                        .Delivery(new DeliveryOptions { Concurrency = 8 })));
            foreach ((string name, string definition) in CrashLoad.StateMachines)
            {
                builder.AddStateMachine(name, definition);
            }
        });
        await using (bridge)
        {
            await bridge.StartAsync();
            await Task.WhenAll(RunExecutionsAsync(bridge, options, before, log), RunEventsAsync(bridge, options, before, log));
            await bridge.WaitUntilIdleAsync();
        }

        log.Write("done 0 0");
        return 0;
    }

    private static ValueTask Receive(PromiseLog log, EventEnvelope envelope, ref int deliveries)
    {
        if (Interlocked.Increment(ref deliveries) % 50 == 0)
        {
            throw new InvalidOperationException("not this time");
        }

        log.Write($"delivered {envelope.Id} 0");
        return ValueTask.CompletedTask;
    }

    private static async Task RunExecutionsAsync(LocalBridgeHost bridge, CrashOptions options, Promises before, PromiseLog log)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Executions).Where(number => options.IsMine(number) && !before.Completed.ContainsKey(number)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism * 4 },
            async (number, cancellationToken) => await UntilAvailableAsync(async () =>
            {
                Execution execution = await StartAsync(bridge.StateMachines, number, before, log, cancellationToken);
                JsonValue output = await execution.GetResultAsync(cancellationToken);
                log.Write($"completed {number} {output.ToJson()}");
            }));
    }

    private static async Task<Execution> StartAsync(
        IStateMachines stateMachines, int number, Promises before, PromiseLog log, CancellationToken cancellationToken)
    {
        if (before.Started.TryGetValue(number, out string? arn))
        {
            return await stateMachines.GetExecutionAsync(arn, cancellationToken);
        }

        string name = CrashLoad.NameOf(number);
        try
        {
            Execution started = await stateMachines.StartAsync(
                CrashLoad.KindOf(number), CrashLoad.InputOf(number), new StartExecutionOptions { Name = name }, cancellationToken);
            log.Write($"started {number} {started.ExecutionArn}");
            return started;
        }
        catch (ExecutionAlreadyExistsException exception)
        {
            // It was started, but the child before was killed before it could say so.
            return await stateMachines.GetExecutionAsync(exception.ExecutionArn, cancellationToken);
        }
    }

    private static async Task RunEventsAsync(LocalBridgeHost bridge, CrashOptions options, Promises before, PromiseLog log)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Events).Where(number => options.IsMine(number) && !before.Published.ContainsKey(number)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (number, cancellationToken) => await UntilAvailableAsync(async () =>
            {
                var detail = JsonValue.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"number":{{number}},"text":"event \u00e4"}"""));
                PublishResult result = await bridge.EventBus.PublishAsync("crash", "Numbered", detail, cancellationToken: cancellationToken);
                log.Write($"published {number} {result.EventId}");
            }));
    }

    /// <summary>Asks again when a lease was lost, as a busy machine may lose it.</summary>
    private static async Task UntilAvailableAsync(Func<Task> ask)
    {
        while (true)
        {
            try
            {
                await ask();
                return;
            }
            catch (Exception exception) when (exception is StorageUnavailableException or StorageFencedException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash >> 7;
    }
}
