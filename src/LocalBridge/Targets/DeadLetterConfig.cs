namespace LocalBridge.Targets;

/// <summary>Represents where events go that could not be delivered to a target.</summary>
/// <param name="Arn">The ARN of a registered dead-letter queue (<c>AddDeadLetterQueue</c>), <c>arn:aws:sqs:REGION:ACCOUNT:NAME</c>.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record DeadLetterConfig(string Arn);
