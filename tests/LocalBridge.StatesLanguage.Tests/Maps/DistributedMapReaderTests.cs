using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Tests.Maps;

internal sealed class DistributedMapReaderTests
{
    private const string Distributed = """{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"}""";

    [Test]
    public void Read_AllFields_AreInTheModel()
    {
        MapState map = ReadMap("""
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b","Key.$":"$.k"},
            "ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["x","y"],"CSVDelimiter":"TAB","MaxItemsPath":"$.n"}},
            "ItemBatcher":{"MaxItemsPerBatch":10,"MaxInputBytesPerBatchPath":"$.bytes","BatchInput":{"a":1}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b"},"WriterConfig":{"Transformation":"FLATTEN","OutputType":"JSONL"}},
            "ToleratedFailureCountPath":"$.count","ToleratedFailurePercentage":12.5,"Label":"Rows","MaxConcurrency":7,
            """);

        Assert.That(map.ProcessorConfig, Is.EqualTo(new ProcessorConfig(ProcessorMode.Distributed, ProcessorExecutionType.Express)));
        Assert.That((map.Label, map.MapRunLabel), Is.EqualTo(("Rows", "Rows")));
        Assert.That(string.Join(',', map.ItemReader!.Config.CsvHeaders), Is.EqualTo("x,y"));
        Assert.That((map.ItemReader.Config.InputType, map.ItemReader.Config.CsvDelimiter), Is.EqualTo((ItemFormat.Csv, "TAB")));
        Assert.That(map.ItemReader.Config.MaxItems!.Path!.Text, Is.EqualTo("$.n"));
        Assert.That((map.ItemBatcher!.MaxItemsPerBatch!.Number, map.ItemBatcher.MaxInputBytesPerBatch!.Path!.Text), Is.EqualTo((10.0, "$.bytes")));
        Assert.That((map.ResultWriter!.Transformation, map.ResultWriter.OutputType), Is.EqualTo((ResultTransformation.Flatten, ResultFormat.JsonLines)));
        Assert.That((map.ToleratedFailureCount!.Path!.Text, map.ToleratedFailurePercentage!.Number), Is.EqualTo(("$.count", 12.5)));
    }

    [Test]
    public void Read_NoLabel_MakesOneThatStaysTheSame()
    {
        MapState map = ReadMap(string.Empty);

        Assert.That(map.Label, Is.Null);
        Assert.That(map.MapRunLabel, Is.EqualTo(ReadMap(string.Empty).MapRunLabel));
        Assert.That(map.MapRunLabel, Does.Match("^[0-9a-f-]{36}$"));
    }

    [TestCase("\"Label\":\"a b\",", "/States/M/Label")]
    [TestCase("\"Label\":\"a:b\",", "/States/M/Label")]
    [TestCase("\"Label\":\"a\\u0001\",", "/States/M/Label")]
    [TestCase("\"Label\":\"\",", "/States/M/Label")]
    [TestCase("\"Label\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",", "/States/M/Label")]
    [TestCase("\"ToleratedFailureCount\":-1,", "/States/M/ToleratedFailureCount")]
    [TestCase("\"ToleratedFailurePercentage\":100.5,", "/States/M/ToleratedFailurePercentage")]
    [TestCase("\"ToleratedFailureCount\":1,\"ToleratedFailureCountPath\":\"$.x\",", "/States/M")]
    [TestCase("\"ItemBatcher\":{},", "/States/M/ItemBatcher")]
    [TestCase("\"ItemBatcher\":{\"MaxItemsPerBatch\":0},", "/States/M/ItemBatcher/MaxItemsPerBatch")]
    [TestCase("\"ItemBatcher\":{\"MaxInputBytesPerBatch\":262145},", "/States/M/ItemBatcher/MaxInputBytesPerBatch")]
    [TestCase("\"ItemReader\":{},", "/States/M/ItemReader")]
    [TestCase("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:putObject\"},", "/States/M/ItemReader/Resource")]
    [TestCase("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"XML\"}},", "/States/M/ItemReader/ReaderConfig/InputType")]
    [TestCase("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"CSVHeaderLocation\":\"GIVEN\"}},", "/States/M/ItemReader/ReaderConfig")]
    [TestCase("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"MaxItems\":-1}},", "/States/M/ItemReader/ReaderConfig/MaxItems")]
    [TestCase("\"ResultWriter\":{},", "/States/M/ResultWriter")]
    [TestCase("\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:getObject\"},", "/States/M/ResultWriter/Resource")]
    public void Read_FaultyField_IsToldWithItsPlace(string fields, string place)
    {
        bool isRead = StateMachineDefinition.TryParse(Machine(fields), out _, out ImmutableArray<Diagnostic> diagnostics);

        Assert.That(isRead, Is.False);
        Assert.That(diagnostics.Select(static diagnostic => diagnostic.Location), Is.EqualTo(new[] { place }));
    }

    [Test]
    public void Read_DistributedFieldsOfAnInlineMap_AreFaults()
    {
        bool isRead = StateMachineDefinition.TryParse(
            Machine("\"ItemBatcher\":{\"MaxItemsPerBatch\":2},", """{"Mode":"INLINE"}"""), out _, out ImmutableArray<Diagnostic> diagnostics);

        Assert.That(isRead, Is.False);
        Assert.That(diagnostics.Single().Message, Does.Contain("DISTRIBUTED"));
    }

    [Test]
    public void Read_SameLabelTwice_IsAFault()
    {
        bool isRead = StateMachineDefinition.TryParse(
            $$$$$$$$"""
            {"StartAt":"A","States":{
            "A":{"Type":"Map","Label":"L","Next":"B","ItemProcessor":{"ProcessorConfig":{{{{{{{{Distributed}}}}}}}},"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}},
            "B":{"Type":"Map","Label":"L","End":true,"ItemProcessor":{"ProcessorConfig":{{{{{{{{Distributed}}}}}}}},"StartAt":"Y","States":{"Y":{"Type":"Pass","End":true}}}}}}
            """,
            out _,
            out ImmutableArray<Diagnostic> diagnostics);

        Assert.That(isRead, Is.False);
        Assert.That(diagnostics.Single().Message, Is.EqualTo("Duplicate label: L"));
    }

    [Test]
    public void Read_ExpressStateMachine_RefusesADistributedMap()
    {
        bool isRead = StateMachineDefinition.TryParse(
            Machine(string.Empty), new DefinitionOptions { IsExpress = true }, out _, out ImmutableArray<Diagnostic> diagnostics);

        Assert.That(isRead, Is.False);
        Assert.That(diagnostics.Single().Message, Does.Contain("does not support Distributed Map"));
    }

    [Test]
    public void Read_ExpressChildren_MayNotWaitForActivities()
    {
        bool isRead = StateMachineDefinition.TryParse(
            Machine(string.Empty).Replace(
                """{"Type":"Pass","End":true}""",
                """{"Type":"Task","Resource":"arn:aws:states:us-east-1:111111111111:activity:a","End":true}""",
                StringComparison.Ordinal),
            out _,
            out ImmutableArray<Diagnostic> diagnostics);

        Assert.That(isRead, Is.False);
        Assert.That(diagnostics.Single().Message, Is.EqualTo("Express state machine does not support Activity ARN"));
    }

    [Test]
    public void FindMapRun_Label_FindsTheProcessorAtAnyDepth()
    {
        var definition = StateMachineDefinition.Parse(
            $$$$$$$$$$"""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"M","States":{"M":{"Type":"Map","Label":"Outer","End":true,
            "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"N","States":{"N":{"Type":"Map","Label":"Inner","End":true,
            "ItemProcessor":{"ProcessorConfig":{{{{{{{{{{Distributed}}}}}}}}}},"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}}}}}}}]}}}
            """);

        Assert.That(definition.FindMapRun("Outer")!.Graph.StartAt, Is.EqualTo("N"));
        Assert.That(definition.FindMapRun("Inner")!.Graph.StartAt, Is.EqualTo("X"));
        Assert.That(definition.FindMapRun("Other"), Is.Null);
    }

    private static MapState ReadMap(string fields)
    {
        StateMachineDefinition.Parse(Machine(fields)).Graph.TryGetState("M", out State? state);
        return (MapState)state!;
    }

    private static string Machine(string fields, string config = Distributed) =>
        $$$$"""{"StartAt":"M","States":{"M":{"Type":"Map",{{{{fields}}}}"ItemProcessor":{"ProcessorConfig":{{{{config}}}},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}}}""";
}
