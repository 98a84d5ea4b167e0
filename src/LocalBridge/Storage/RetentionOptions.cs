using System.ComponentModel.DataAnnotations;

namespace LocalBridge.Storage;

/// <summary>Represents how long durable storage keeps what is over. In-memory storage has options of its own: <see cref="InMemoryStorageOptions"/>.</summary>
public sealed class RetentionOptions
{
    /// <summary>Gets or sets how long closed executions are kept, with their histories.</summary>
    /// <value>The default is 90 days, as in AWS; <see langword="null"/> keeps them for good.</value>
    public TimeSpan? ClosedExecutionAge { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how many closed executions are kept; those that closed first go first.</summary>
    /// <value>The default is <see langword="null"/>: only their age counts.</value>
    [Range(0, long.MaxValue)]
    public long? MaximumClosedExecutions { get; set; }

    /// <summary>Gets or sets how long the storage rests between two looks for what may go.</summary>
    /// <value>The default is 10 minutes.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);
}
