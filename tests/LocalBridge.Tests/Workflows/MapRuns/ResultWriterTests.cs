using LocalBridge.Buckets;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;

namespace LocalBridge.Tests.Workflows.MapRuns;

[CancelAfter(20_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ResultWriterTests
{
    private readonly InMemoryBucket _bucket = new();

    [Test]
    public async Task Run_Writer_WritesFilesAndManifest(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"ToleratedFailureCount\":1," + Writer("""{"Bucket":"bucket","Prefix":"jobs"}"""), DistributedMaps.Task("odd")), "[1,2,3]");

        JsonValue output = await execution.GetResultAsync(cancellationToken);
        string arn = output["MapRunArn"].GetString();
        string folder = $"jobs/{arn[(arn.LastIndexOf(':') + 1)..]}/";
        JsonValue manifest = JsonValue.Parse(_bucket.GetText(folder + "manifest.json")!);
        JsonValue succeeded = JsonValue.Parse(_bucket.GetText(folder + "SUCCEEDED_0.json")!);
        JsonValue failed = JsonValue.Parse(_bucket.GetText(folder + "FAILED_0.json")!);

        Assert.That(output["ResultWriterDetails"].ToJson(), Is.EqualTo($$"""{"Bucket":"bucket","Key":"{{folder}}manifest.json"}"""));
        Assert.That(manifest["DestinationBucket"].GetString(), Is.EqualTo("bucket"));
        Assert.That(manifest["MapRunArn"].GetString(), Is.EqualTo(arn));
        Assert.That(manifest["ResultFiles"]["PENDING"].ToJson(), Is.EqualTo("[]"));
        Assert.That(manifest["ResultFiles"]["SUCCEEDED"][0]["Size"].GetDouble(), Is.EqualTo(_bucket.GetText(folder + "SUCCEEDED_0.json")!.Length));
        Assert.That(succeeded.Count, Is.EqualTo(2));
        Assert.That(succeeded[1]["Output"].GetString(), Is.EqualTo("3"));
        Assert.That(succeeded[1]["Status"].GetString(), Is.EqualTo("SUCCEEDED"));
        Assert.That(failed[0]["Error"].GetString(), Is.EqualTo("Even"));
        Assert.That(failed[0]["ExecutionArn"].GetString(), Does.StartWith("arn:aws:states:us-east-1:111111111111:execution:machine/L:"));
    }

    [TestCase("COMPACT", "JSON", "json", "[[1,2],3]")]
    [TestCase("FLATTEN", "JSON", "json", "[1,2,3]")]
    [TestCase("FLATTEN", "JSONL", "jsonl", "1\n2\n3\n")]
    public async Task Run_WriterConfig_ShapesTheFile(string transformation, string type, string extension, string content, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of(Writer(
                """{"Bucket":"bucket"}""", $$""" ,"WriterConfig":{"Transformation":"{{transformation}}","OutputType":"{{type}}"} """)),
            "[[1,2],3]");

        await execution.GetResultAsync(cancellationToken);

        string key = _bucket.Keys.Single(key => key.EndsWith("/SUCCEEDED_0." + extension, StringComparison.Ordinal));
        Assert.That(_bucket.GetText(key), Is.EqualTo(content));
    }

    [Test]
    public async Task Run_WriterConfigWithoutResource_ShapesTheResult(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of(""" "ResultWriter":{"WriterConfig":{"Transformation":"FLATTEN"}}, """), "[[1,2],[],3]");

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("[1,2,3]"));
    }

    [Test]
    public async Task Run_UnknownBucket_FailsTheMapRun(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(Writer("""{"Bucket":"other"}""")), "[1]");

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That((result.Error, result.Cause), Is.EqualTo(("States.ResultWriterFailed", "The specified bucket does not exist")));
    }

    [Test]
    public async Task Run_ThresholdExceeded_WritesWhatIsThere(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"MaxConcurrency\":1," + Writer("""{"Bucket":"bucket","Prefix":"p/"}"""), DistributedMaps.Task("odd")), "[1,2,3]");

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("States.ExceedToleratedFailureThreshold"));
        Assert.That(
            string.Join(' ', _bucket.Keys.Select(static key => key[(key.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal)),
            Is.EqualTo("FAILED_0.json PENDING_0.json SUCCEEDED_0.json manifest.json"));
    }

    private static string Writer(string parameters, string more = "") =>
        $$""" "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{{parameters}}{{more}}}, """;

    private Task<TestBridge> StartAsync() => new TestBridge()
        .Bucket("bucket", _bucket)
        .Function("odd", input => input.GetDouble() % 2 == 1 ? input : throw new FunctionException("Even", "Not odd."))
        .StartAsync();
}
