namespace LocalBridge.EventPatterns;

/// <summary>Represents the limits applied when an event pattern is parsed.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Every limit can be switched off with <see langword="null"/>. The defaults are those observed on Amazon
/// EventBridge; see "Event pattern limits" and "Event pattern complexity" in the Amazon EventBridge User Guide.
/// </remarks>
public sealed class EventPatternOptions
{
    /// <summary>Gets the options used where none are given.</summary>
    public static EventPatternOptions Default { get; } = new();

    /// <summary>Gets options without any limit, for patterns from a trusted source.</summary>
    public static EventPatternOptions Unlimited { get; } = new()
    {
        MaximumComplexity = null,
        MaximumOrCombinations = null,
        MaximumFields = null,
        MaximumLength = null,
        MaximumDepth = null,
    };

    /// <summary>Gets the largest accepted <see cref="EventPattern.Complexity"/> (the score of its wildcards).</summary>
    /// <value>The default value is 10. <see langword="null"/> means no limit.</value>
    public int? MaximumComplexity { get; init; } = 10;

    /// <summary>Gets the largest number of combinations that the <c>$or</c> arrays of a pattern may multiply out to.</summary>
    /// <value>The default value is 1000. <see langword="null"/> means no limit.</value>
    public int? MaximumOrCombinations { get; init; } = 1000;

    /// <summary>Gets the largest number of fields that one combination of a pattern may test.</summary>
    /// <value>The default value is 256. <see langword="null"/> means no limit.</value>
    public int? MaximumFields { get; init; } = 256;

    /// <summary>Gets the longest accepted pattern text, in UTF-16 code units.</summary>
    /// <value>The default value is <see langword="null"/>: no limit here. <c>PutRule</c> itself accepts 4096.</value>
    public int? MaximumLength { get; init; }

    /// <summary>Gets how deep objects and arrays of a pattern may be nested.</summary>
    /// <value>
    /// The default value is 1000. <see langword="null"/> means that only the thread's stack limits the depth, and running out of it is reported as an
    /// error of the pattern, too.
    /// </value>
    public int? MaximumDepth { get; init; } = 1000;
}
