using System.Collections.Concurrent;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;

namespace LocalBridge.Conformance.Running.StepFunctions.Hosting;

/// <summary>Collects what Step Functions publishes on the default bus about the executions of a case, in the order of its coming.</summary>
internal sealed class StatusChangeEvents : IAsyncDisposable
{
    /// <summary>The member of <c>expect</c> that holds the events.</summary>
    public const string Name = "statusChangeEvents";

    private readonly ConcurrentQueue<string> _events = new();
    private readonly EventSubscription _subscription;

    private StatusChangeEvents(LocalBridgeHost host)
    {
        _subscription = host.EventBus.Subscribe(EventPattern.Parse("""{"source":["aws.states"]}"""), (envelope, _) =>
        {
            _events.Enqueue(envelope.ToString());
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Gets the events so far.</summary>
    public JsonElement Collected => JsonTexts.Parse($"[{string.Join(',', _events)}]");

    /// <summary>Begins to collect; <see langword="null"/> when the case expects no events.</summary>
    public static StatusChangeEvents? Subscribe(LocalBridgeHost host, ExecutionScenario scenario) =>
        scenario.Expect.Has(Name) ? new StatusChangeEvents(host) : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _subscription.DisposeAsync();
}
