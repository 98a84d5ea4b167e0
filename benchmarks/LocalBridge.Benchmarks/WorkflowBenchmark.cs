using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using LocalBridge.Functions;
using LocalBridge.Identity;
using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalBridge.Benchmarks;

/// <summary>What does a workflow cost beside the same work as plain asynchronous C#? Workloads seq5, conc1000 and fan100.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WorkflowBenchmark : IIdentifierSource, IAsyncDisposable
{
    private const string Seq5 = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"step","Next":"B"},"B":{"Type":"Task","Resource":"step","Next":"C"},
        "C":{"Type":"Task","Resource":"step","Next":"D"},"D":{"Type":"Task","Resource":"step","Next":"E"},"E":{"Type":"Task","Resource":"step","End":true}}}
        """;

    private const string Fan100 = """
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A",
        "States":{"A":{"Type":"Task","Resource":"echo","End":true}}}}}}
        """;

    private readonly Random _random = new(1);
    private readonly JsonValue _zero = JsonValue.Parse("""{"x":0}""");
    private readonly JsonValue _items = JsonValue.Parse($$"""{"items":[{{string.Join(',', Enumerable.Range(0, 100))}}]}""");
    private WorkflowEngine _engine = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var arns = new StatesArns("us-east-1", "000000000000");
        var functions = new FunctionRegistry([
            new RegisteredFunction("step", (input, _, _) => ValueTask.FromResult(Increment(input))),
            new RegisteredFunction("echo", (input, _, _) => ValueTask.FromResult(input)),
        ]);
        _engine = new WorkflowEngine(
            new WorkflowOptions(),
            arns,
            new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 1000 }),
            new TaskRouter(functions, [], arns, this),
            TimeProvider.System,
            this,
            NullLoggerFactory.Instance);
        await _engine.StartAsync(CancellationToken.None);
        await CreateAsync("seq5", Seq5, StateMachineType.Standard);
        await CreateAsync("seq5-express", Seq5, StateMachineType.Express);
        await CreateAsync("fan100", Fan100, StateMachineType.Standard);
        Check(await StandardSeq5());
        Check(await ExpressSeq5());
    }

    [GlobalCleanup]
    public Task CleanupAsync() => _engine.DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _engine.DisposeAsync();
    }

    [BenchmarkCategory("seq5"), Benchmark(Baseline = true)]
    public Task<JsonValue> PlainSeq5() => PlainAsync(_zero);

    [BenchmarkCategory("seq5"), Benchmark]
    public Task<JsonValue> StandardSeq5() => RunAsync("seq5", _zero);

    [BenchmarkCategory("seq5"), Benchmark]
    public Task<JsonValue> ExpressSeq5() => RunAsync("seq5-express", _zero);

    [BenchmarkCategory("conc1000"), Benchmark(Baseline = true, OperationsPerInvoke = 1000)]
    public Task<JsonValue[]> PlainConc1000() => Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => PlainAsync(_zero)));

    [BenchmarkCategory("conc1000"), Benchmark(OperationsPerInvoke = 1000)]
    public Task<JsonValue[]> StandardConc1000() => Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => RunAsync("seq5", _zero)));

    [BenchmarkCategory("conc1000"), Benchmark(OperationsPerInvoke = 1000)]
    public Task<JsonValue[]> ExpressConc1000() => Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => RunAsync("seq5-express", _zero)));

    [BenchmarkCategory("fan100"), Benchmark(Baseline = true)]
    public Task<JsonValue[]> PlainFan100() => Task.WhenAll(Enumerable.Range(0, 100).Select(async item =>
    {
        await Task.Yield();
        return (JsonValue)item;
    }));

    [BenchmarkCategory("fan100"), Benchmark]
    public Task<JsonValue> StandardFan100() => RunAsync("fan100", _items);

    Guid IIdentifierSource.NewGuid() => Guid.NewGuid();

    ulong IIdentifierSource.NewSeed()
    {
        lock (_random)
        {
            return (ulong)_random.NextInt64();
        }
    }

    private static JsonValue Increment(JsonValue input)
    {
        input["x"].TryGetInt64(out long x);
        var output = new JsonObjectBuilder(1);
        output["x"] = x + 1;
        return output.Build();
    }

    private static async Task<JsonValue> PlainAsync(JsonValue input)
    {
        for (int i = 0; i < 5; i++)
        {
            await Task.Yield();
            input = Increment(input);
        }

        return input;
    }

    private static void Check(JsonValue result)
    {
        if (result.ToJson() != """{"x":5}""")
        {
            throw new InvalidOperationException($"The result is {result}, not {{\"x\":5}}: no figure counts.");
        }
    }

    private async Task<JsonValue> RunAsync(string stateMachine, JsonValue input)
    {
        Execution execution = await _engine.StartAsync(stateMachine, input);
        return await execution.GetResultAsync();
    }

    private Task<StateMachineDescription> CreateAsync(string name, string definition, StateMachineType type) =>
        _engine.CreateStateMachineAsync(new CreateStateMachineRequest { Name = name, Definition = definition, Type = type });
}
