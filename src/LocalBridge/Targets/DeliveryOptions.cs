using System.ComponentModel.DataAnnotations;

namespace LocalBridge.Targets;

/// <summary>Represents how events are handed to one target inside the process. The service has no such settings.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record DeliveryOptions
{
    internal const int LargestConcurrency = 1024;

    internal const int LargestCapacity = 1_048_576;

    /// <summary>Gets how many events the target may work on at once, 1 to 1024. With 1 it receives events in the order in which the bus accepted them.</summary>
    /// <value>The default value is <see langword="null"/>: 1 for handlers and buses, <c>EventBusOptions.TargetConcurrency</c> for functions and state machines.</value>
    [Range(1, LargestConcurrency)]
    public int? Concurrency { get; init; }

    /// <summary>Gets how many events may wait for the target, 1 to 1,048,576.</summary>
    /// <value>The default value is <see langword="null"/>: <c>EventBusOptions.TargetCapacity</c>.</value>
    [Range(1, LargestCapacity)]
    public int? Capacity { get; init; }

    /// <summary>Gets what happens when <see cref="Capacity"/> events wait already.</summary>
    /// <value>The default value is <see cref="TargetFullMode.Wait"/>.</value>
    public TargetFullMode FullMode { get; init; }

    /// <summary>
    /// Gets whether the target always runs on threads of its own. Without it a handler runs on the thread of the bus as long as it completes
    /// at once, which is cheaper; a handler that does not is moved aside by itself.
    /// </summary>
    /// <value>The default value is <see langword="false"/>. Functions, state machines, buses and all targets with retries are always isolated.</value>
    public bool IsIsolated { get; init; }
}
