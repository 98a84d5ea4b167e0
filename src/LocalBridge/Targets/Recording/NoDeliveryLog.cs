using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Targets.Recording;

/// <summary>Writes nothing: with storage that dies with the process there is nothing to be recovered, so records would be pure cost.</summary>
internal sealed class NoDeliveryLog : IDeliveryLog
{
    internal static NoDeliveryLog Instance { get; } = new();

    public bool IsDurable => false;

    public ValueTask AcceptAsync(EventEnvelope envelope, string eventBusName, DispatchTarget[] targets, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask CompleteAsync(EventEnvelope envelope, TargetIdentity target) => ValueTask.CompletedTask;

    public ValueTask NoteAttemptsAsync(EventEnvelope envelope, TargetIdentity target, int attempts) => ValueTask.CompletedTask;

    public ValueTask<string?> DeadLetterAsync(TargetIdentity target, DeadLetter letter, string queueArn) => default;

    public ValueTask CompleteDeadLetterAsync(string letterId) => ValueTask.CompletedTask;
}
