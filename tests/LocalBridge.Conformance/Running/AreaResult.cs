using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running;

/// <summary>Represents the outcomes of the cases of one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Results">The outcomes in the order of the cases.</param>
internal sealed record AreaResult(CaseArea Area, ImmutableArray<CaseResult> Results)
{
    /// <summary>Gets how many cases passed.</summary>
    public int Passed => Results.Count(static result => result.HasPassed);

    /// <summary>Gets how many cases count.</summary>
    public int Total => Results.Length;

    /// <summary>Gets the cases that failed.</summary>
    public IEnumerable<CaseResult> Failures => Results.Where(static result => !result.HasPassed);
}
