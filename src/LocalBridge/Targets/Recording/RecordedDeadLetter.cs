namespace LocalBridge.Targets.Recording;

/// <summary>Represents a dead letter on its way to its queue.</summary>
internal sealed record RecordedDeadLetter(string QueueArn, DeadLetter Letter);
