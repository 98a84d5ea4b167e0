using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(5_000)]
public sealed class PutEventsTests
{
    private static readonly PutEventsEntry Good = new() { Source = "s", DetailType = "d", Detail = "{}" };

    private static IEnumerable<TestCaseData> RefusedEntries()
    {
        const string required = "Parameter {0} is not valid. Reason: {0} is a required argument.";
        yield return Case(Good with { Source = null }, "InvalidArgument", string.Format(null, required, "Source"));
        yield return Case(Good with { Source = "" }, "InvalidArgument", string.Format(null, required, "Source"));
        yield return Case(Good with { DetailType = null }, "InvalidArgument", string.Format(null, required, "DetailType"));
        yield return Case(Good with { DetailType = "" }, "InvalidArgument", string.Format(null, required, "DetailType"));
        yield return Case(Good with { Detail = null }, "InvalidArgument", string.Format(null, required, "Detail"));
        yield return Case(Good with { Detail = "text" }, "MalformedDetail", "Detail is malformed.");
        yield return Case(Good with { Detail = "[]" }, "MalformedDetail", "Detail is malformed.");
        yield return Case(Good with { Detail = "{" }, "MalformedDetail", "Detail is malformed.");
        yield return Case(Good with { Detail = "\"{}\"" }, "MalformedDetail", "Detail is malformed.");
        yield return Case(Good with { Source = "aws.ec2" }, "NotAuthorizedForSourceException", "Not authorized for the source.");

        static TestCaseData Case(PutEventsEntry entry, string code, string message) => new TestCaseData(entry, code, message).SetArgDisplayNames(entry.ToString(), code);
    }

    [TestCaseSource(nameof(RefusedEntries))]
    public async Task PutEvents_BadEntry_IsRefusedAloneInItsPlace(PutEventsEntry entry, string code, string message, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();

        PutEventsResponse response = await bridge.Bus.PutEventsAsync([Good, entry, Good], cancellationToken);

        Assert.That(response.FailedEntryCount, Is.EqualTo(1));
        Assert.That(response.Entries[1], Is.EqualTo(new PutEventsResultEntry(null, code, message)));
        Assert.That(response.Entries[0].EventId, Is.Not.Null.And.Not.EqualTo(response.Entries[2].EventId));
    }

    [Test]
    public async Task PutEvents_Accepted_DeliversEnvelopeWithThatId(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", received.Add);
        var entry = Good with { Time = DateTimeOffset.FromUnixTimeSeconds(1_640_995_200), Resources = ["r"], TraceHeader = "Root=1" };

        PutEventsResponse response = await bridge.Bus.PutEventsAsync([entry], cancellationToken);

        EventEnvelope envelope = await received.NextAsync(cancellationToken);
        Assert.That(envelope.Id, Is.EqualTo(response.Entries[0].EventId));
        Assert.That(envelope.ToJsonValue()["time"].GetString(), Is.EqualTo("2022-01-01T00:00:00Z"));
        Assert.That(envelope.Resources, Is.EqualTo(entry.Resources));
        Assert.That(envelope.TraceHeader, Is.EqualTo("Root=1"));
    }

    [TestCase("other")]
    [TestCase("arn:aws:events:us-east-1:000000000000:event-bus/other")]
    public async Task PutEvents_EntryNamesABus_GoesThere(string eventBusName, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.AddEventBus("other"));
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBuses.GetEventBus("other").Subscribe("""{"source":["s"]}""", received.Add);

        await bridge.Bus.PutEventsAsync([Good with { EventBusName = eventBusName }], cancellationToken);

        Assert.That((await received.NextAsync(cancellationToken)).Source, Is.EqualTo("s"));
    }

    [Test]
    public async Task PutEvents_UnknownBus_AnswersAnIdAndVanishes(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();

        PutEventsResponse response = await bridge.Bus.PutEventsAsync([Good with { EventBusName = "nowhere" }], cancellationToken);

        Assert.That(response.FailedEntryCount, Is.Zero);
        Assert.That(Guid.Parse(response.Entries[0].EventId!).Version, Is.EqualTo(4));
    }

    [Test]
    public async Task PutEvents_ElevenEntries_RefusesAll(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Bus.PutEventsAsync([.. Enumerable.Repeat(Good, 11)], cancellationToken),
            Throws.TypeOf<ValidationException>().With.Message.EndsWith("at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10"));
    }

    [Test]
    public async Task PutEvents_NoEntries_RefusesAll(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Bus.PutEventsAsync([], cancellationToken),
            Throws.TypeOf<ValidationException>().With.Message.Contains("greater than or equal to 1"));
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    public async Task PutEvents_Size_IsCountedAsTheServiceDoes(int excess, bool isAccepted, CancellationToken cancellationToken)
    {
        // 14 for the time, 2 for "ä", 1 for "d", 3 for "r€"... : the UTF-8 bytes of every member.
        PutEventsEntry entry = new() { Source = "ä", DetailType = "d", Detail = "{}", Resources = ["€", "r"], Time = DateTimeOffset.UnixEpoch };
        await using TestBridge bridge = TestBridge.Create(builder => builder.ConfigureEventBus(options => options.MaximumPutEventsSize = 23 - excess));

        await Assert.ThatAsync(
            async () => await bridge.Bus.PutEventsAsync([entry], cancellationToken),
            isAccepted
                ? Throws.Nothing
                : Throws.TypeOf<ValidationException>().With.Message.EqualTo("Total size of the entries in the request is over the limit."));
    }

    [Test]
    public async Task PutEvents_CancelledBetweenEntries_TellsForEachEntry(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.ConfigureEventBus(options => options.TargetCapacity = 1));
        var release = new TaskCompletionSource();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["slow"]}""", async Task (_, _) => await release.Task);
        await FillAsync(bridge, cancellationToken);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        Task<PutEventsResponse> request = bridge.Bus.PutEventsAsync([Good, Good with { Source = "slow" }], cancellation.Token);
        await cancellation.CancelAsync();
        PutEventsResponse response = await request;

        release.SetResult();
        Assert.That(response.Entries[0].EventId, Is.Not.Null);
        Assert.That(response.Entries[1].ErrorCode, Is.EqualTo("InternalFailure"));
    }

    private static async Task FillAsync(TestBridge bridge, CancellationToken cancellationToken)
    {
        // One in the handler, one in its queue; the pump works on its own, so the queue is full only a little later.
        await bridge.Bus.PutEventsAsync([Good with { Source = "slow" }], cancellationToken);
        await bridge.Bus.PutEventsAsync([Good with { Source = "slow" }], cancellationToken);
        while (!bridge.Bus.Rules.Rules.Values.Single().Targets[0].Dispatch!.IsFull)
            await Task.Yield();
    }
}
