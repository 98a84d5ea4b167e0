using System.Text;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Events;

[CancelAfter(5_000)]
public sealed class EventEnvelopeTests
{
    [Test]
    public async Task ToUtf8_PublishedEvent_HasTheServicesKeysInOrder(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.UseAccount("123456789012").UseRegion("eu-central-1"));
        EventEnvelope envelope = await PublishAsync(bridge, """{ "total":1.0, "name":"Grüße \u00e4 <&>" }""", cancellationToken);

        Assert.That(
            envelope.ToString(),
            Is.EqualTo(
                """{"version":"0","id":"ID","detail-type":"OrderPlaced","source":"shop.orders","account":"123456789012","time":"2026-11-23T10:30:15Z","region":"eu-central-1","resources":["arn:a","arn:b"],"detail":{ "total":1.0, "name":"Grüße \u00e4 <&>" }}""".Replace("ID", envelope.Id, StringComparison.Ordinal)));
        Assert.That(Guid.Parse(envelope.Id).Version, Is.EqualTo(4));
    }

    [Test]
    public async Task ToUtf8_AskedTwice_GivesTheSameBytes(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using IDisposable subscription = bridge.Bus.Subscribe(LocalBridge.EventPatterns.EventPattern.Parse("""{"source":["s"]}"""), received.Add);
        await bridge.Bus.PublishAsync("s", "Order", new Order(7, 1), OrderJson.Default.Order, cancellationToken: cancellationToken);

        EventEnvelope envelope = await received.NextAsync(cancellationToken);

        ReadOnlyMemory<byte> first = envelope.ToUtf8();
        Assert.That(envelope.ToUtf8(), Is.EqualTo(first));
        Assert.That(envelope.Detail, Is.EqualTo(JsonValue.Parse("""{"id":7,"total":1}""")));
        Assert.That(envelope.ToJsonValue()["detail"], Is.EqualTo(envelope.Detail));
    }

    [Test]
    public async Task GetDetail_PublishedAsJson_IsRead(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        EventEnvelope envelope = await PublishAsync(bridge, """{"id":7,"total":2.5}""", cancellationToken);

        Assert.That(envelope.GetDetail(OrderJson.Default.Order), Is.EqualTo(new Order(7, 2.5m)));
        Assert.That(envelope.GetDetail<Order>(), Is.EqualTo(new Order(7, 2.5m)));
    }

    [TestCase("{}", true)]
    [TestCase(""" {"a":[1,2.5,"x",null,{}]} """, true)]
    [TestCase("""{"a":9223372036854775807}""", true)]
    [TestCase("""{"a":9223372036854775808}""", false)]
    [TestCase("""{"a":1e400}""", true)]
    [TestCase("[]", false)]
    [TestCase("\"text\"", false)]
    [TestCase("{", false)]
    [TestCase("{} {}", false)]
    [TestCase("{'a':1}", false)]
    [TestCase("", false)]
    public void IsJsonObject_EveryForm_IsJudgedAsByTheService(string json, bool isObject) =>
        Assert.That(EventDetailReader.IsJsonObject(Encoding.UTF8.GetBytes(json)), Is.EqualTo(isObject));

    [TestCase(1000, true)]
    [TestCase(1001, false)]
    public void IsJsonObject_Depth_IsLimited(int depth, bool isObject)
    {
        string json = string.Concat(Enumerable.Repeat("""{"a":""", depth - 1)) + "{}" + new string('}', depth - 1);

        Assert.That(EventDetailReader.IsJsonObject(Encoding.UTF8.GetBytes(json)), Is.EqualTo(isObject));
    }

    [Test]
    public void IsJsonObject_BrokenUtf8_IsRefused() =>
        Assert.That(EventDetailReader.IsJsonObject([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']), Is.False);

    private static async Task<EventEnvelope> PublishAsync(TestBridge bridge, string detail, CancellationToken cancellationToken)
    {
        var received = new Received<EventEnvelope>();
        using IDisposable subscription = bridge.Bus.Subscribe(LocalBridge.EventPatterns.EventPattern.Parse("""{"source":["shop.orders"]}"""), received.Add);
        var options = new PublishOptions { Resources = ["arn:a", "arn:b"] };
        await bridge.Bus.PublishAsync("shop.orders", "OrderPlaced", Encoding.UTF8.GetBytes(detail), options, cancellationToken);
        return await received.NextAsync(cancellationToken);
    }
}
