using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace LocalBridge.Benchmarks;

/// <summary>
/// What does publishing to N handlers cost, beside calling the same handlers directly and beside one <see cref="Channel{T}"/> with one reader?
/// Await: until publish returns (here: accepted). Drain: until the last handler ran, per event.
/// </summary>
[MemoryDiagnoser]
public class EventBusBenchmark : IDisposable
{
    private const int Events = 20_000;

    private readonly OrderPlaced _event = new("7", 250);

    private readonly ManualResetEventSlim _done = new();

    private LocalBridgeHost _bridge = null!;

    private Channel<OrderPlaced> _channel = null!;

    private Func<OrderPlaced, CancellationToken, ValueTask>[] _handlers = null!;

    private long _count;

    private long _expected;

    [Params(1, 10, 100)]
    public int Handlers { get; set; }

    public void Dispose()
    {
        _done.Dispose();
        GC.SuppressFinalize(this);
    }

    [GlobalSetup]
    public void Setup()
    {
        _handlers = [.. Enumerable.Range(0, Handlers).Select(_ => (Func<OrderPlaced, CancellationToken, ValueTask>)Handle)];
        _bridge = LocalBridgeHost.Create(static _ => { });
        foreach (Func<OrderPlaced, CancellationToken, ValueTask> handler in _handlers)
            _bridge.EventBus.Subscribe(handler, BenchmarkJson.Default.OrderPlaced);
        _channel = Channel.CreateBounded<OrderPlaced>(new BoundedChannelOptions(1024) { SingleReader = true });
        _ = ReadAsync();
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _channel.Writer.Complete();
        await _bridge.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public async Task AwaitDelegateArray()
    {
        for (int index = 0; index < Events; index++)
        {
            foreach (Func<OrderPlaced, CancellationToken, ValueTask> handler in _handlers)
                await handler(_event, CancellationToken.None);
        }
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task DrainChannel()
    {
        Expect();
        for (int index = 0; index < Events; index++)
        {
            if (!_channel.Writer.TryWrite(_event))
                await _channel.Writer.WriteAsync(_event);
        }

        _done.Wait();
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task DrainBus()
    {
        Expect();
        JsonTypeInfo<OrderPlaced> typeInfo = BenchmarkJson.Default.OrderPlaced;
        for (int index = 0; index < Events; index++)
            await _bridge.EventBus.PublishAsync("shop.orders", "OrderPlaced", _event, typeInfo);
        _done.Wait();
    }

    private void Expect()
    {
        _done.Reset();
        _count = 0;
        Volatile.Write(ref _expected, (long)Events * Handlers);
    }

    private ValueTask Handle(OrderPlaced order, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _count) == Volatile.Read(ref _expected))
            _done.Set();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        await foreach (OrderPlaced order in _channel.Reader.ReadAllAsync())
        {
            foreach (Func<OrderPlaced, CancellationToken, ValueTask> handler in _handlers)
                await handler(order, CancellationToken.None);
        }
    }
}

public sealed record OrderPlaced(string Id, int Amount);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OrderPlaced))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
