using System.ComponentModel.DataAnnotations;
using LocalBridge.Targets;

namespace LocalBridge.EventBuses;

/// <summary>Represents the options of every event bus of a host.</summary>
/// <remarks>Read once, when the host is built; not thread-safe before.</remarks>
public sealed class EventBusOptions
{
    /// <summary>Gets or sets how many accepted events may wait on a bus before whoever publishes waits.</summary>
    /// <value>The default value is 1024.</value>
    [Range(1, DeliveryOptions.LargestCapacity)]
    public int Capacity { get; set; } = 1024;

    /// <summary>Gets or sets how many events may wait for one target before <see cref="DeliveryOptions.FullMode"/> takes effect.</summary>
    /// <value>The default value is 1024.</value>
    [Range(1, DeliveryOptions.LargestCapacity)]
    public int TargetCapacity { get; set; } = 1024;

    /// <summary>Gets or sets how many events one function or state machine target works on at once.</summary>
    /// <value>The default value is 16.</value>
    [Range(1, DeliveryOptions.LargestConcurrency)]
    public int TargetConcurrency { get; set; } = 16;

    /// <summary>Gets or sets how many targets a rule may have.</summary>
    /// <value>The default value is 5, the service's quota.</value>
    [Range(1, 1_000)]
    public int MaximumTargetsPerRule { get; set; } = 5;

    /// <summary>
    /// Gets or sets how many bytes the entries of one <c>PutEvents</c> request, or one event published as JSON, may have together, counted as the
    /// service counts them.
    /// </summary>
    /// <value>The default value is 1,048,576.</value>
    [Range(1, int.MaxValue)]
    public int MaximumPutEventsSize { get; set; } = 1_048_576;

    /// <summary>Gets or sets the wait before the first retry of a delivery; it doubles with each further one, with jitter. Must be positive.</summary>
    /// <value>The default value is one second.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the longest wait between two attempts to deliver. At least <see cref="RetryDelay"/>, at most a day.</summary>
    /// <value>The default value is ten minutes.</value>
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long disposal or shutdown waits for what was accepted to be delivered.</summary>
    /// <value>The default value is 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</value>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal EventBusOptions Clone() => (EventBusOptions)MemberwiseClone();
}
