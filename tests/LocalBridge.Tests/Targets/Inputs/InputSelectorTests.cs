using System.Collections.Immutable;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Targets.Inputs;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Targets.Inputs;

public sealed class InputSelectorTests
{
    private const string Detail = """{"s":"text","n":1.0,"t":true,"z":null,"o":{"k":"v"},"a":["x",2],"q":"a\"b","a.b":7}""";

    [TestCase("$.detail.s", "\"text\"")]
    [TestCase("$.detail.n", "1.0")]
    [TestCase("$['detail']['a.b']", "7")]
    [TestCase("$.detail.a[1]", "2")]
    [TestCase("$.detail[\"o\"].k", "\"v\"")]
    [TestCase("$.source", "\"src\"")]
    [TestCase("$.detail-type", "\"dt\"")]
    public void InputPath_Found_IsDelivered(string path, string expected) =>
        Assert.That(Select(new Target { Id = "t", Arn = "a", InputPath = path }).ToText(), Is.EqualTo(expected));

    [Test]
    public void InputPath_Root_IsTheWholeEvent() =>
        Assert.That(Select(new Target { Id = "t", Arn = "a", InputPath = "$" }).ToJsonValue(), Is.EqualTo(Envelope().ToJsonValue()));

    [TestCase("$.detail.missing")]
    [TestCase("$.detail.a[2]")]
    [TestCase("$.detail.s.x")]
    [TestCase("$.nothing")]
    public void InputPath_NotFound_FailsForGood(string path) =>
        Assert.That(
            () => Select(new Target { Id = "t", Arn = "a", InputPath = path }),
            Throws.TypeOf<TargetInputException>().With.Message.Contains($"'{path}' finds nothing").And.Property("ErrorCode").EqualTo("INVALID_PARAMETER"));

    [Test]
    public void Input_Constant_IsDeliveredAsItStands() =>
        Assert.That(Select(new Target { Id = "t", Arn = "a", Input = """{ "a" : 1.0 }""" }).ToText(), Is.EqualTo("""{ "a" : 1.0 }"""));

    [TestCase("""{"v":<s>}""", """{"v":"text"}""")]
    [TestCase("""{"v":<n>}""", """{"v":1.0}""")]
    [TestCase("""{"v":<t>,"w":"<t>"}""", """{"v":true,"w":"true"}""")]
    [TestCase("""{"v":<z>,"w":"<z>"}""", """{"v":null,"w":"null"}""")]
    [TestCase("""{"v":<o>}""", """{"v":{"k":"v"}}""")]
    [TestCase("""{"v":<m>,"w":"<m>"}""", """{"v":"","w":""}""")]
    [TestCase("""[<s>, "x<s>y<n>z"]""", """["text", "xtexty1.0z"]""")]
    [TestCase("<o>", """{"k":"v"}""")]
    [TestCase("""{"<s>":1}""", """{"text":1}""")]
    [TestCase("""{"v":"\"<s>\""}""", """{"v":"\"text\""}""")]
    [TestCase("""{"v":"a < b > c <>"}""", """{"v":"a < b > c <>"}""")]
    [TestCase("\"<s> <n> <t> <z> <o> <a> <m>.\"", "\"text 1.0 true null {k:v} [x,2] .\"")]
    [TestCase("\"one <s>\"\n\"two <n>\"", "\"one text\"\n\"two 1.0\"")]
    [TestCase("\"<aws.events.rule-name>\"", "\"rule\"")]
    [TestCase("""{"r":<aws.events.rule-arn>,"t":"<aws.events.event.ingestion-time>"}""", """{"r":"rule-arn","t":"2026-11-23T10:30:15Z"}""")]
    public void InputTransformer_Template_IsFilledIn(string template, string expected) =>
        Assert.That(Select(Transformed(template)).ToText(), Is.EqualTo(expected));

    [TestCase("""{"v":"<o>"}""")]
    [TestCase("""{"v":<q>}""")]
    [TestCase("""{"v":"<q>"}""")]
    public void InputTransformer_ValueBreaksTheJson_FailsForGood(string template) =>
        Assert.That(() => Select(Transformed(template)), Throws.TypeOf<TargetInputException>().With.Property("ErrorCode").EqualTo("INVALID_JSON"));

    [Test]
    public void InputTransformer_LinesOfText_AreNoJsonForTargetsThatNeedIt() =>
        Assert.That(() => Select(Transformed("\"a\"\n\"b\"")).ToJsonValue(), Throws.TypeOf<TargetInputException>());

    private static TargetInput Select(Target target) => InputSelector.For(target, "rule", "rule-arn").Select(Envelope());

    private static Target Transformed(string template) => new()
    {
        Id = "t",
        Arn = "a",
        InputTransformer = new InputTransformer
        {
            InputTemplate = template,
            InputPathsMap = ((string[])["s", "n", "t", "z", "o", "a", "q", "m"]).ToImmutableDictionary(static name => name, static name => $"$.detail.{name}"),
        },
    };

    private static EventEnvelope Envelope() => new(
        new EventOrigin("000000000000", "us-east-1"),
        Guid.Empty,
        "src",
        "dt",
        new EventStamp(TestBridge.Start, TestBridge.Start, [], null, null),
        JsonValue.Parse(Detail).AsObject());
}
