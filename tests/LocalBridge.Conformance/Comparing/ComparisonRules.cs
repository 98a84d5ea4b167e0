using System.Collections.Frozen;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Represents what one corpus's README lets a comparison overlook.</summary>
internal sealed record ComparisonRules
{
    /// <summary>Gets the rules of a corpus without placeholders: what is there must be equal.</summary>
    public static ComparisonRules Exact { get; } = new();

    /// <summary>Gets the rules of the step-functions corpus.</summary>
    public static ComparisonRules StepFunctions { get; } = new()
    {
        HasPlaceholders = true,
        IsFreePlaceholder = StepFunctionsPlaceholders.IsFree,
        IsNullablePlaceholder = StepFunctionsPlaceholders.IsDate,
        IgnoredContents = FrozenSet.Create(
            StringComparer.Ordinal, "SdkHttpMetadata", "SdkResponseMetadata", "billedDurationInMilliseconds"),

        // Redrive came on 2023-11-15: recordings before that date cannot have its members.
        LaterMembers = FrozenSet.Create(StringComparer.Ordinal, "RedriveCount", "redriveCount", "redriveStatus", "redriveStatusReason"),
    };

    /// <summary>Gets the rules of the events-api corpus, in which the placeholder <c>&lt;any&gt;</c> stands for any present value.</summary>
    public static ComparisonRules EventsApi { get; } = new()
    {
        HasPlaceholders = true,
        AnyPlaceholder = "any",
        ParsesTexts = true,
    };

    /// <summary>Gets whether <c>&lt;name&gt;</c> in an expectation stands for a text that the service chose.</summary>
    public bool HasPlaceholders { get; init; }

    /// <summary>Gets the name of the placeholder that stands for any present value; <see langword="null"/> when there is none.</summary>
    public string? AnyPlaceholder { get; init; }

    /// <summary>Gets which placeholders may stand for different texts within one case.</summary>
    public Func<string, bool> IsFreePlaceholder { get; init; } = static _ => false;

    /// <summary>Gets which placeholders may stand for null.</summary>
    public Func<string, bool> IsNullablePlaceholder { get; init; } = static _ => false;

    /// <summary>Gets whether a text is parsed as JSON where the case expects an object or array.</summary>
    public bool ParsesTexts { get; init; }

    /// <summary>Gets the members that the service added while the corpus was being recorded: an expectation without them says nothing about them.</summary>
    public FrozenSet<string> LaterMembers { get; init; } = [];

    /// <summary>Gets the members that must be there, but whose contents are not compared.</summary>
    public FrozenSet<string> IgnoredContents { get; init; } = [];
}
