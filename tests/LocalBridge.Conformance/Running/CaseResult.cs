using System.Collections.Immutable;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Running;

/// <summary>Represents the outcome of one case.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Reason">Why it failed, in one line; <see langword="null"/> when it passed.</param>
/// <param name="Differences">What was expected and what was there.</param>
internal sealed record CaseResult(string Id, string? Reason, ImmutableArray<JsonDifference> Differences)
{
    /// <summary>Gets whether the case passed.</summary>
    public bool HasPassed => Reason is null;

    /// <summary>Returns the outcome of a case that passed.</summary>
    public static CaseResult Passed(string id) => new(id, null, []);

    /// <summary>Returns the outcome of a case that failed.</summary>
    public static CaseResult Failed(string id, string reason) => new(id, reason, []);

    /// <summary>Returns the outcome of a case of a kind that the library cannot be asked for yet. It counts as failed.</summary>
    public static CaseResult NotSupported(string id, string what) => new(id, $"not supported yet: {what}", []);

    /// <summary>Returns the outcome of a comparison: passed when there is no difference.</summary>
    public static CaseResult Compared(string id, IEnumerable<JsonDifference> differences)
    {
        ImmutableArray<JsonDifference> all = [.. differences];
        return all.IsEmpty ? Passed(id) : new CaseResult(id, all[0].ToString(), all);
    }
}
