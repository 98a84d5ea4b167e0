namespace LocalBridge.Json.Reading;

/// <summary>Represents the settings of reading JSON text.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
public sealed record JsonReadOptions
{
    /// <summary>Gets the default settings.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>Gets how deep arrays and objects may be nested. Reading never uses the call stack for it, so any number is safe.</summary>
    /// <value>The default value is 1000; a number or string stands at depth zero, <c>[]</c> has depth one.</value>
    public int MaximumDepth { get; init; } = 1000;

    /// <summary>Gets what happens where an object names a member twice.</summary>
    /// <value>The default value is <see cref="DuplicateNames.LastWins"/>.</value>
    public DuplicateNames DuplicateNames { get; init; } = DuplicateNames.LastWins;

    /// <summary>Gets a value indicating whether comments and commas before a closing bracket are skipped, as lenient readers do.</summary>
    internal bool IsLenient { get; init; }
}
