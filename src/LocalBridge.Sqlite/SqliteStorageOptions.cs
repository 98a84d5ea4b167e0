using System.ComponentModel.DataAnnotations;

namespace LocalBridge.Sqlite;

/// <summary>Represents the options of <see cref="SqliteStorage"/>.</summary>
/// <remarks>Read once when the storage is made; later changes have no effect.</remarks>
public sealed class SqliteStorageOptions
{
    /// <summary>Gets or sets what a commit waits for.</summary>
    /// <value>The default is <see cref="SqliteDurability.Full"/>.</value>
    public SqliteDurability Durability { get; set; } = SqliteDurability.Full;

    /// <summary>Gets or sets how long a commit waits for a lock that another program holds on the file, for example a backup, before it fails.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how many batches may wait for the writer before further ones make their callers wait.</summary>
    /// <value>The default is 4,096.</value>
    [Range(1, int.MaxValue)]
    public int MaximumPendingBatches { get; set; } = 4096;

    /// <summary>Gets or sets the largest size of the file in pages of 4 KiB; a commit beyond it fails as on a full disk.</summary>
    /// <value>The default is <see langword="null"/>: as large as the disk.</value>
    [Range(1, uint.MaxValue)]
    public long? MaximumPageCount { get; set; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPendingBatches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LockTimeout, TimeSpan.Zero);
        if (MaximumPageCount is long count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(MaximumPageCount));
        }
    }
}
