using System.ComponentModel.DataAnnotations;

namespace LocalBridge.Storage;

/// <summary>Represents the options of <see cref="InMemoryStorage"/>.</summary>
public sealed class InMemoryStorageOptions
{
    /// <summary>Gets or sets how many closed executions, with their histories, are kept. The one that closed first goes first.</summary>
    /// <value>The default is 10,000.</value>
    [Range(0, int.MaxValue)]
    public int MaximumClosedExecutions { get; set; } = 10_000;

    /// <summary>Gets or sets how long closed executions are kept. Older ones go with the next commit; no timer runs for it.</summary>
    /// <value>The default is <see langword="null"/>: only their number counts.</value>
    public TimeSpan? MaximumClosedExecutionAge { get; set; }
}
