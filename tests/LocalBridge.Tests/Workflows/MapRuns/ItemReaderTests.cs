using System.IO.Compression;
using System.Text;
using LocalBridge.Buckets;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows.MapRuns;

[CancelAfter(20_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ItemReaderTests
{
    private readonly InMemoryBucket _bucket = new();

    [TestCase("JSON", "[1,2]", ExpectedResult = "[1,2]")]
    [TestCase("JSONL", "1\n{\"a\":2}\n", ExpectedResult = """[1,{"a":2}]""")]
    [TestCase("CSV", "a,b\n1,2\n", ExpectedResult = """[{"a":"1","b":"2"}]""")]
    [TestCase("JSON", "\uFEFF[1]", ExpectedResult = "[1]", TestName = "Run_ByteOrderMark_IsLeftOut")]
    public async Task<string> Run_Object_GivesItsItems(string inputType, string text, CancellationToken cancellationToken)
    {
        _bucket.Put("key", text);

        return (await RunAsync($$"""{"InputType":"{{inputType}}"}""", cancellationToken)).Output.ToJson();
    }

    [Test]
    public async Task Run_Reader_RecordsALengthOfZero(CancellationToken cancellationToken)
    {
        _bucket.Put("key", "[1,2]");
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(Reader("""{"InputType":"JSON"}"""));
        await execution.WaitAsync(cancellationToken);

        HistoryPage history = await bridge.Engine.GetHistoryAsync(execution.ExecutionArn, null, cancellationToken);

        Assert.That(((MapStateStartedEventDetails)history.Events[2].Details!).Length, Is.Zero);
    }

    [TestCase("""{"InputType":"JSON","MaxItems":2}""", ExpectedResult = "[1,2]")]
    [TestCase("""{"InputType":"JSON","MaxItems":0}""", ExpectedResult = "[1,2,3]")]
    [TestCase("""{"InputType":"JSON","MaxItemsPath":"$.n"}""", ExpectedResult = "[1]")]
    public async Task<string> Run_MaxItems_BoundsTheItems(string config, CancellationToken cancellationToken)
    {
        _bucket.Put("key", "[1,2,3]");

        return (await RunAsync(config, cancellationToken, """{"n":1}""")).Output.ToJson();
    }

    [TestCase("no-bucket", "key", "The specified bucket does not exist")]
    [TestCase("bucket", "no-key", "The specified key does not exist.")]
    [TestCase("bucket", "object.json", "Attempting to map over non-iterable node.")]
    public async Task Run_Unreadable_FailsTheMapRun(string bucket, string key, string cause, CancellationToken cancellationToken)
    {
        _bucket.Put("object.json", "{}");
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(Reader("""{"InputType":"JSON"}""", bucket, key));

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That((result.Error, result.Cause), Is.EqualTo(("States.ItemReaderFailed", cause)));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Does.Contain(HistoryEventType.MapRunFailed));
    }

    [TestCase("null")]
    [TestCase("\"x\"")]
    [TestCase("1.5")]
    public async Task Run_MaxItemsPathIsNoInteger_FailsTheExecution(string value, CancellationToken cancellationToken)
    {
        _bucket.Put("key", "[1]");

        ExecutionResult result = await RunAsync("""{"InputType":"JSON","MaxItemsPath":"$.n"}""", cancellationToken, $$"""{"n":{{value}}}""");

        Assert.That(result.Cause, Does.Contain("The MaxItemsPath field refers to value").And.Contain("which is not a valid integer: $.n"));
    }

    [Test]
    public async Task Run_ListObjects_GivesWhatIsKnownOfThem(CancellationToken cancellationToken)
    {
        _bucket.Put("in/b", "xyz");
        _bucket.Put("in/a", "x");
        _bucket.Put("out/c", "x");
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(
            """ "ItemReader":{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"bucket","Prefix":"in/"}}, """));

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output.Count, Is.EqualTo(2));
        Assert.That(output[0]["Key"].GetString(), Is.EqualTo("in/a"));
        Assert.That(output[1]["Size"].ToJson(), Is.EqualTo("3"));
        Assert.That(output[1]["Etag"].GetString(), Is.EqualTo("\"d16fb36f0911f878998c136191af705e\""));
        Assert.That(output[1]["StorageClass"].GetString(), Is.EqualTo("STANDARD"));
    }

    [Test]
    public async Task Run_ListAndLoad_GivesTheItemsOfAllObjects(CancellationToken cancellationToken)
    {
        _bucket.Put("in/a", "[1,2]");
        _bucket.Put("in/b", "[3]");
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"bucket","Prefix":"in/"},
            "ReaderConfig":{"InputType":"JSON","Transformation":"LOAD_AND_FLATTEN"}},
            """));

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("[1,2,3]"));
    }

    [Test]
    public async Task Run_InventoryManifest_GivesTheRowsOfItsFiles(CancellationToken cancellationToken)
    {
        _bucket.Put("key", """{"destinationBucket":"arn:aws:s3:::bucket","fileFormat":"CSV","fileSchema":"Bucket, Key","files":[{"key":"d/1.csv.gz"},{"key":"d/2.csv"}]}""");
        _bucket.Put("d/1.csv.gz", Compress("\"b\",\"k1\"\n\"b\",\"k2\"\n"));
        _bucket.Put("d/2.csv", "b,k3\n");

        ExecutionResult result = await RunAsync("""{"InputType":"MANIFEST","ManifestType":"S3_INVENTORY"}""", cancellationToken);

        Assert.That(result.Output.ToJson(), Is.EqualTo("""[{"Bucket":"b","Key":"k1"},{"Bucket":"b","Key":"k2"},{"Bucket":"b","Key":"k3"}]"""));
    }

    [Test]
    public async Task Run_AthenaManifest_GivesTheItemsOfItsFiles(CancellationToken cancellationToken)
    {
        _bucket.Put("key", "s3://bucket/d/1.jsonl\ns3://bucket/d/2.csv\n");
        _bucket.Put("d/1.jsonl", "{\"a\":1}\n");
        _bucket.Put("d/2.csv", "a\n2\n");

        ExecutionResult result = await RunAsync("""{"InputType":"MANIFEST","ManifestType":"ATHENA_DATA"}""", cancellationToken);

        Assert.That(result.Output.ToJson(), Is.EqualTo("""[{"a":1},{"a":"2"}]"""));
    }

    [Test]
    public async Task Run_RegisteredHandler_ComesBeforeTheBuckets(CancellationToken cancellationToken)
    {
        string? asked = null;
        await using TestBridge bridge = await new TestBridge()
            .Bucket("bucket", _bucket)
            .Handler("arn:aws:states:::s3:getObject", (context, _) =>
            {
                asked = context.Input.ToJson();
                return ValueTask.FromResult(JsonValue.Parse("""{"Body":"[7]","ContentLength":3}"""));
            })
            .StartAsync();
        Execution execution = await bridge.RunAsync(Reader("""{"InputType":"JSON"}"""));

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("[7]"));
        Assert.That(asked, Is.EqualTo("""{"Bucket":"bucket","Key":"key"}"""));
    }

    [Test]
    public async Task Run_HandlerFails_FailsTheMapRun(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Handler("arn:aws:states:::s3:getObject", (_, _) => throw new FunctionException("S3.AccessDenied", "Not for you."))
            .StartAsync();
        Execution execution = await bridge.RunAsync(Reader("""{"InputType":"JSON"}"""));

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That((result.Error, result.Cause), Is.EqualTo(("States.ItemReaderFailed", "Not for you.")));
    }

    [Test]
    public async Task Create_NoBucketAndNoHandler_IsRefused()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        await Assert.ThatAsync(
            () => bridge.CreateAsync("machine", Reader("""{"InputType":"JSON"}""")),
            Throws.TypeOf<InvalidDefinitionException>().With.Message.Contains("Register one with AddBucket").And.Message.Contains("/States/M/ItemReader/Resource"));
    }

    private static string Reader(string config, string bucket = "bucket", string key = "key") => DistributedMaps.Of(
        $$""" "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"{{bucket}}","Key":"{{key}}"},"ReaderConfig":{{config}}}, """);

    private static byte[] Compress(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private Task<TestBridge> StartAsync() => new TestBridge().Bucket("bucket", _bucket).StartAsync();

    private async Task<ExecutionResult> RunAsync(string config, CancellationToken cancellationToken, string input = "{}")
    {
        await using TestBridge bridge = await StartAsync();
        Execution execution = await bridge.RunAsync(Reader(config), input);
        return await execution.WaitAsync(cancellationToken);
    }
}
