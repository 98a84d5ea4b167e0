using LocalBridge.EventPatterns;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses;

/// <summary>Represents which events a subscription receives, and how.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record SubscriptionOptions
{
    /// <summary>Gets the pattern of a typed subscription. Excludes <see cref="Source"/> and <see cref="DetailType"/>.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>Gets the source that a typed subscription listens to.</summary>
    /// <value>The default value is <see langword="null"/>: any.</value>
    public string? Source { get; init; }

    /// <summary>Gets the detail type that a typed subscription listens to.</summary>
    /// <value>The default value is <see langword="null"/>: the name of the type.</value>
    public string? DetailType { get; init; }

    /// <summary>Gets the name of the rule that the subscription is.</summary>
    /// <value>The default value is <see langword="null"/>: <c>subscription-</c> and a number.</value>
    public string? RuleName { get; init; }

    /// <summary>Gets how events are handed over: concurrency, capacity, isolation.</summary>
    /// <value>The default value is <see langword="null"/>: one at a time, in order.</value>
    public DeliveryOptions? DeliveryOptions { get; init; }

    /// <summary>Gets how often the handler is tried again when it fails.</summary>
    /// <value>The default value is <see langword="null"/>: not at all. A failure is logged as an error and counted.</value>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Gets where events go that the handler failed on.</summary>
    /// <value>The default value is <see langword="null"/>: nowhere.</value>
    public DeadLetterConfig? DeadLetterConfig { get; init; }
}
