namespace LocalBridge.Workflows;

/// <summary>Represents which part of a list is wanted.</summary>
/// <remarks>Instances are immutable.</remarks>
public record PageOptions
{
    /// <summary>Gets how many entries a page has at most, 1 to 1000; 0 for the default.</summary>
    /// <value>The default is 0: 100 entries.</value>
    public int MaxResults { get; init; }

    /// <summary>Gets the token of the page before; <see langword="null"/> for the first page.</summary>
    public string? NextToken { get; init; }
}
