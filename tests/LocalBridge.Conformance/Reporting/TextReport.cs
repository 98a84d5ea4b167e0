using System.Collections.Immutable;
using System.Globalization;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Running;

namespace LocalBridge.Conformance.Reporting;

/// <summary>Writes outcomes as lines: one per area, the first failures, and the total.</summary>
internal static class TextReport
{
    private const int MaximumDifferences = 8;

    /// <summary>Writes the report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="areas">The outcomes.</param>
    /// <param name="failures">How many failures are shown in detail.</param>
    public static void Write(TextWriter output, ImmutableArray<AreaResult> areas, int failures)
    {
        foreach (AreaResult area in areas)
        {
            output.WriteLine(Line(area.Area.FullName, area.Passed, area.Total));
        }

        foreach ((AreaResult area, CaseResult failure) in areas.SelectMany(static area => area.Failures.Select(failure => (area, failure))).Take(failures))
        {
            WriteFailure(output, area, failure);
        }

        output.WriteLine(Line("total", areas.Sum(static area => area.Passed), areas.Sum(static area => area.Total)));
    }

    private static void WriteFailure(TextWriter output, AreaResult area, CaseResult failure)
    {
        output.WriteLine();
        output.WriteLine($"FAILED {area.Area.FullName} {failure.Id}");
        if (failure.Differences.IsEmpty)
        {
            output.WriteLine($"  {failure.Reason}");
        }

        foreach (JsonDifference difference in failure.Differences.Take(MaximumDifferences))
        {
            output.WriteLine(difference.ToReport("  "));
        }

        if (failure.Differences.Length > MaximumDifferences)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {failure.Differences.Length - MaximumDifferences} more differences"));
        }
    }

    private static string Line(string name, int passed, int total) => string.Create(CultureInfo.InvariantCulture, $"{name} {passed}/{total}");
}
