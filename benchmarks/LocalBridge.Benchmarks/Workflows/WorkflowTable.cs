using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Workflows;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Prints what workflows cost, beside the same work as plain asynchronous C# and over a channel, as a Markdown table.</summary>
internal static class WorkflowTable
{
    private static readonly JsonValue Zero = JsonValue.Parse("""{"x":0}""");

    internal static async Task RunAsync()
    {
        await using LocalBridgeHost host = CreateHost(InMemoryStorageDefaults);
        await host.StartAsync();
        IStateMachines machines = host.StateMachines;
        await CreateAsync(machines);

        Console.WriteLine("| workload | how | executions/s | p50 µs | p99 µs | bytes/execution | ns/transition | bytes/transition |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        await Measure("seq5", "plain async C#", 5, () => Baselines.PlainAsync(Zero), Five);
        await using (var channel = new ChannelBaseline())
        {
            await Measure("seq5", "over a channel", 5, () => channel.RunAsync(Zero), Five);
        }

        foreach (string type in (string[])["express", "standard"])
        {
            await Measure("seq5", type, 5, () => RunAsync(machines, $"seq5-{type}", Zero), Five);
        }

        foreach (string type in (string[])["express", "standard"])
        {
            await Measure("pass5", type, 5, () => RunAsync(machines, $"pass5-{type}", Zero), static output => output["x"] == 0);
        }

        foreach (string type in (string[])["express", "standard"])
        {
            await Measure("choice1000", type, 1_000, () => RunAsync(machines, $"choice1000-{type}", JsonValue.Parse("""{"n":0}""")), static output => output["n"] == 500);
        }

        await Measure("map1000", "express", 1_000, () => RunAsync(machines, "map-express", WorkflowDefinitions.Items(1_000)), static output => output.Count == 1_000);
        await Measure("map10000", "express", 10_000, () => RunAsync(machines, "map-express", WorkflowDefinitions.Items(10_000)), static output => output.Count == 10_000);
        foreach (string type in (string[])["express", "standard"])
        {
            await Measure("parallel100", type, 100, () => RunAsync(machines, $"parallel100-{type}", Zero), static output => output.Count == 100);
        }

        await Measure("fan100", "plain async C#", 100, static () => Baselines.PlainFanAsync(100), static output => output.Count == 100);
        foreach (string type in (string[])["express", "standard"])
        {
            JsonValue items = WorkflowDefinitions.Items(100);
            await Measure("fan100", type, 100, () => RunAsync(machines, $"fan-{type}", items), static output => output.AsArray().Sum(static item => item.GetDouble()) == 4950);
        }

        await Measure("conc1000", "plain async C#", 5, () => AtOnceAsync(1_000, () => Baselines.PlainAsync(Zero)), AllFive, 1_000);
        foreach (string type in (string[])["express", "standard"])
        {
            await Measure("conc1000", type, 5, () => AtOnceAsync(1_000, () => RunAsync(machines, $"seq5-{type}", Zero)), AllFive, 1_000);
        }

        Console.WriteLine();
        await InterpreterTable.RunAsync();
        Console.WriteLine();
        await GrowthTable.RunAsync();
        Console.WriteLine();
        ReadingTable.Run();
    }

    internal static LocalBridgeHost CreateHost(InMemoryStorageOptions storage) => LocalBridgeHost.Create(bridge => bridge
        .UseStorage(time => new InMemoryStorage(storage, time))
        .AddFunction("step", static (input, _, _) => ValueTask.FromResult(Baselines.Increment(input)))
        .AddFunction("echo", static (input, _, _) => ValueTask.FromResult(input)));

    internal static async Task CreateAsync(IStateMachines machines)
    {
        foreach ((string name, string definition) in WorkflowDefinitions.All)
        {
            foreach (StateMachineType type in Enum.GetValues<StateMachineType>())
            {
                await machines.CreateStateMachineAsync(new CreateStateMachineRequest
                {
                    Name = $"{name}-{type.ToString().ToLowerInvariant()}",
                    Definition = definition,
                    Type = type,
                });
            }
        }
    }

    internal static async Task<JsonValue> RunAsync(IStateMachines machines, string stateMachine, JsonValue input)
    {
        Execution execution = await machines.StartAsync(stateMachine, input);
        return await execution.GetResultAsync();
    }

    internal static bool Five(JsonValue output) => output["x"] == 5;

    private static InMemoryStorageOptions InMemoryStorageDefaults => new() { MaximumClosedExecutions = 1_000 };

    private static bool AllFive(JsonValue outputs) => outputs.AsArray().All(Five);

    private static async Task<JsonValue> AtOnceAsync(int count, Func<Task<JsonValue>> run)
    {
        var tasks = new Task<JsonValue>[count];
        for (int i = 0; i < count; i++)
        {
            tasks[i] = run();
        }

        return JsonArray.Create(await Task.WhenAll(tasks));
    }

    private static async Task Measure(
        string workload, string how, int transitions, Func<Task<JsonValue>> run, Func<JsonValue, bool> isRight, int perRun = 1)
    {
        Measurement figures = await Measurement.TakeAsync(run, isRight, perRun);
        Console.WriteLine(FormattableString.Invariant(
            $"| {workload} | {how} | {figures.Rate:N0} | {figures.P50:N1} | {figures.P99:N1} | {figures.Bytes:N0} | {1e9 / figures.Rate / transitions:N0} | {figures.Bytes / transitions:N0} |"));
    }
}
