using System.Collections.Immutable;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Storage;
using LocalBridge.Targets.Recording;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Targets.Recording;

[CancelAfter(10_000)]
public sealed class StorageDeliveryLogTests
{
    private const string Pattern = """{"source":["s"]}""";

    [Test]
    public async Task Publish_DurableStorage_IsCommittedBeforeItIsAcceptedAndDelivered(CancellationToken cancellationToken)
    {
        var storage = new DurableStorage { Gate = new TaskCompletionSource() };
        var received = new Received<EventEnvelope>();
        await using TestBridge bridge = Create(storage, received);

        Task<PublishResult> publish = bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken).AsTask();
        bool isEarly = publish.IsCompleted || received.Count > 0;
        storage.Gate.SetResult();
        PublishResult result = await publish;
        EventEnvelope envelope = await received.NextAsync(cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(isEarly, Is.False);
        AcceptEvent accepted = storage.Of<AcceptEvent>().Single();
        Assert.That(accepted.Event.EventId.ToString(), Is.EqualTo(result.EventId));
        Assert.That(accepted.Event.Envelope.ToArray(), Is.EqualTo(envelope.ToUtf8().ToArray()));
        Assert.That(accepted.Deliveries.Single(), Is.EqualTo(new DeliveryRecord(envelope.Guid, "default", "r", "target-1")));
        Assert.That(storage.Of<CompleteDelivery>().Single().Delivery, Is.EqualTo(accepted.Deliveries.Single()));
    }

    [Test]
    public async Task Publish_CommitFails_IsNotAccepted(CancellationToken cancellationToken)
    {
        var storage = new DurableStorage { Fault = new InvalidOperationException("disk full") };
        var received = new Received<EventEnvelope>();
        await using TestBridge bridge = Create(storage, received);

        await Assert.ThatAsync(
            async () => await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken),
            Throws.InvalidOperationException.With.Message.EqualTo("disk full"));
        await bridge.IdleAsync(cancellationToken);

        Assert.That(received.Count, Is.Zero);
    }

    [Test]
    public async Task Publish_OnlySubscriptionsMatch_RecordsNothing(CancellationToken cancellationToken)
    {
        var storage = new DurableStorage();
        var received = new Received<EventEnvelope>();
        await using TestBridge bridge = TestBridge.Create(builder => builder.UseStorage(_ => storage));
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe(Pattern, received.Add);

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await received.NextAsync(cancellationToken);

        Assert.That(storage.Of<AcceptEvent>(), Is.Empty);
    }

    [Test]
    public async Task Dispose_DeliveryUnfinished_KeepsItsRecord(CancellationToken cancellationToken)
    {
        var storage = new DurableStorage();
        TestBridge bridge = TestBridge.Create(builder => builder
            .UseStorage(_ => storage)
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Handler((_, _) => new ValueTask(new TaskCompletionSource().Task)))));
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        await bridge.DisposeAsync();

        Assert.That(storage.Of<AcceptEvent>().Count(), Is.EqualTo(1));
        Assert.That(storage.Of<CompleteDelivery>(), Is.Empty);
    }

    private static TestBridge Create(DurableStorage storage, Received<EventEnvelope> received) => TestBridge.Create(builder => builder
        .UseStorage(_ => storage)
        .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Handler(received.Add))));

    /// <summary>Remembers the deliveries that are committed.</summary>
    private sealed class DurableStorage : IBridgeStorage
    {
        private readonly List<StorageOperation> _operations = [];

        internal TaskCompletionSource? Gate { get; init; }

        internal Exception? Fault { get; init; }

        public bool IsDurable => true;

        public async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
        {
            StorageOperation[] operations = [.. batch.Operations];
            if (Gate is not null)
                await Gate.Task.WaitAsync(cancellationToken);
            if (Fault is not null)
                throw Fault;
            lock (_operations)
                _operations.AddRange(operations);
        }

        public ValueTask<ImmutableArray<StateMachineRecord>> ReadStateMachinesAsync(CancellationToken cancellationToken) => new([]);

        public async IAsyncEnumerable<OpenExecution> ReadOpenExecutionsAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield break;
        }

        public ValueTask<ExecutionRecord?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) => new((ExecutionRecord?)null);

        public ValueTask<ImmutableArray<HistoryEvent>> ReadHistoryAsync(
            string executionArn, long firstEventId, int count, bool reverseOrder, CancellationToken cancellationToken) => new([]);

        public ValueTask<ExecutionRecordPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) =>
            throw new NotSupportedException("No test asks for it.");

        internal IEnumerable<T> Of<T>()
        {
            lock (_operations)
                return [.. _operations.OfType<T>()];
        }
    }
}
