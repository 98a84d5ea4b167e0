using BenchmarkDotNet.Attributes;
using LocalBridge.Buckets;
using LocalBridge.Json;
using LocalBridge.Workflows;

namespace LocalBridge.Benchmarks;

/// <summary>Does a Map Run cost the same for each item, however many there are? Items are read from a bucket, each becomes a child execution with one task, the
/// results are written into a bucket.</summary>
[MemoryDiagnoser]
public class MapRunBenchmark : IAsyncDisposable
{
    private readonly InMemoryBucket _bucket = new();
    private LocalBridgeHost _host = null!;

    /// <summary>Gets or sets how many items there are.</summary>
    [Params(1_000, 10_000, 40_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _bucket.Put("items.json", $"[{string.Join(',', Enumerable.Range(0, Items))}]");
        _host = LocalBridgeHost.Create(bridge => bridge
            .AddBucket("bucket", _bucket)
            .AddFunction("echo", static (input, _, _) => ValueTask.FromResult(input))
            .AddStateMachine("standard", Machine("STANDARD"))
            .AddStateMachine("express", Machine("EXPRESS")));
        await _host.StartAsync();
    }

    [GlobalCleanup]
    public Task CleanupAsync() => _host.DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host.DisposeAsync();
    }

    [Benchmark]
    public Task<JsonValue> Standard() => RunAsync("standard");

    [Benchmark]
    public Task<JsonValue> Express() => RunAsync("express");

    private static string Machine(string type) =>
        $$$$"""
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"L","MaxConcurrency":1000,
        "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"bucket","Key":"items.json"},"ReaderConfig":{"InputType":"JSON"}},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{type}}}}"},"StartAt":"P","States":{
        "P":{"Type":"Task","Resource":"echo","End":true}}},
        "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"bucket"},"WriterConfig":{"Transformation":"COMPACT"}},"End":true}}}
        """;

    private async Task<JsonValue> RunAsync(string name)
    {
        Execution execution = await _host.StateMachines.StartAsync(name, JsonValue.EmptyObject);
        JsonValue result = await execution.GetResultAsync();
        foreach (string key in _bucket.Keys)
        {
            if (key != "items.json")
            {
                _bucket.Remove(key);
            }
        }

        return result;
    }
}
