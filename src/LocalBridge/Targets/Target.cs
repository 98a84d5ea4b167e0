namespace LocalBridge.Targets;

/// <summary>Represents one target of a rule, in the members of the service.</summary>
/// <remarks>Immutable, so safe to use from any thread. Nothing is checked before <c>PutTargets</c>.</remarks>
public sealed record Target
{
    /// <summary>Gets the id, unique on the rule: 1 to 64 letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the ARN of what receives the events: a Lambda function, state machine, event bus or in-process handler.</summary>
    public required string Arn { get; init; }

    /// <summary>Gets the role; kept and shown, and of no effect in process.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Gets constant JSON text to deliver in place of the event, at most 8192 characters.</summary>
    public string? Input { get; init; }

    /// <summary>Gets the path of the part of the event to deliver, at most 256 characters, for example <c>$.detail</c>.</summary>
    public string? InputPath { get; init; }

    /// <summary>Gets how the input is made from the event.</summary>
    public InputTransformer? InputTransformer { get; init; }

    /// <summary>Gets how often delivery is tried again.</summary>
    /// <value>The default value is <see langword="null"/>: the service's defaults; none for in-process handlers.</value>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Gets where undeliverable events go.</summary>
    /// <value>The default value is <see langword="null"/>: they are dropped, logged as an error and counted.</value>
    public DeadLetterConfig? DeadLetterConfig { get; init; }

    /// <summary>Gets how events are handed over inside the process.</summary>
    /// <value>The default value is <see langword="null"/>: the defaults of <see cref="Targets.DeliveryOptions"/>.</value>
    public DeliveryOptions? DeliveryOptions { get; init; }
}
