using System.ComponentModel.DataAnnotations;

namespace LocalBridge.PostgreSql;

/// <summary>Represents the options of <see cref="PostgreSqlStorage"/>.</summary>
/// <remarks>Read once when the storage is made; later changes have no effect.</remarks>
public sealed class PostgreSqlStorageOptions
{
    /// <summary>Gets or sets the schema that holds the tables; it is made when it does not exist. Bridges that share work name the same one.</summary>
    /// <value>The default is <c>localbridge</c>. Up to 63 lower-case letters, digits and <c>_</c>, not beginning with a digit.</value>
    [RegularExpression("^[a-z_][a-z0-9_]{0,62}$")]
    public string Schema { get; set; } = "localbridge";

    /// <summary>Gets or sets how long the work of a process that died waits before another one takes it over. A process that cannot reach the
    /// database for so long lets go of its work. Measured by the clock of the database.</summary>
    /// <value>The default is 30 seconds; at least 1 second.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many batches may wait for the writer before further ones make their callers wait.</summary>
    /// <value>The default is 4,096.</value>
    [Range(1, int.MaxValue)]
    public int MaximumPendingBatches { get; set; } = 4096;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Schema);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPendingBatches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeaseDuration, TimeSpan.FromSeconds(1));
        if (Schema.Length is 0 or > 63 || char.IsAsciiDigit(Schema[0]) || !Schema.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new ArgumentException($"The schema name '{Schema}' is invalid: only lower-case letters, digits and '_' are allowed, 1 to 63 of them, the first no digit.");
        }
    }
}
