using System.Collections.Immutable;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Storage;
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
        AppendEntry accepted = storage.Of<AppendEntry>().Single();
        Assert.That(accepted.Id, Is.EqualTo($"default/{Guid.Parse(result.EventId):N}"));
        Assert.That(accepted.Payload.ToBytes().ToArray(), Is.EqualTo(envelope.ToUtf8().ToArray()));
        Assert.That(storage.Of<RemoveEntry>().Single().Id, Is.EqualTo(accepted.Id));
    }

    [Test]
    public async Task Publish_CommitFails_IsNotAccepted(CancellationToken cancellationToken)
    {
        var storage = new DurableStorage { Fault = new InvalidOperationException("disk full") };
        var received = new Received<EventEnvelope>();
        await using TestBridge bridge = Create(storage, received);

        await Assert.ThatAsync(
            async () => await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken),
            Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("disk full"));
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

        Assert.That(storage.Of<AppendEntry>(), Is.Empty);
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

        Assert.That(storage.Of<AppendEntry>().Count(), Is.EqualTo(1));
        Assert.That(storage.Of<RemoveEntry>(), Is.Empty);
    }

    private static TestBridge Create(DurableStorage storage, Received<EventEnvelope> received) => TestBridge.Create(builder => builder
        .UseStorage(_ => storage)
        .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Handler(received.Add))));

    /// <summary>Remembers the deliveries that are committed.</summary>
    private sealed class DurableStorage : IBridgeStorage
    {
        private readonly List<StorageOperation> _operations = [];

        private readonly InMemoryStorage _empty = new();

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

        public TimeSpan? LeaseDuration => null;

        public ValueTask OpenAsync(CancellationToken cancellationToken) => _empty.OpenAsync(cancellationToken);

        public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => _empty.RenewLeaseAsync(cancellationToken);

        public IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync(CancellationToken cancellationToken) => _empty.ClaimExecutionsAsync(cancellationToken);

        public IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, CancellationToken cancellationToken) =>
            _empty.ClaimEntriesAsync(stream, cancellationToken);

        public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
            _empty.ReadRecordsAsync(kind, afterKey, count, cancellationToken);

        public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
            _empty.ReadEntriesAsync(stream, afterSequence, count, cancellationToken);

        public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
            _empty.ReadExecutionAsync(executionArn, cancellationToken);

        public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
            string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken) =>
            _empty.ReadHistoryAsync(executionArn, firstEventId, count, isReverse, cancellationToken);

        public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) =>
            _empty.ReadExecutionsAsync(query, cancellationToken);

        public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken) => _empty.TrimAsync(retention, cancellationToken);

        internal IEnumerable<T> Of<T>()
        {
            lock (_operations)
                return [.. _operations.OfType<T>()];
        }
    }
}
