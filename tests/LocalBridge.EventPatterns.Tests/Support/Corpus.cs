using System.Text.Json;

namespace LocalBridge.EventPatterns.Tests.Support;

/// <summary>Finds and reads the conformance data, which lives outside the repository.</summary>
internal static class Corpus
{
    /// <summary>One case a row; where the data is not at hand, one case that reports itself as ignored.</summary>
    public static IEnumerable<TestCaseData> Rows(string file)
    {
        string? folder = Locate();
        if (folder is null)
        {
            yield return new TestCaseData([null]).SetName($"{file} is not available").Ignore("Set LOCALBRIDGE_CONFORMANCE to the folder of the conformance data.");
            yield break;
        }

        string[] lines = File.ReadAllLines(Path.Combine(folder, "event-patterns", file));
        int step = 1 + ((lines.Length - 1) / Effort.RowsPerFile);
        IEnumerable<ConformanceRow> all = lines.Where((_, index) => index % step == 0).Select(line => new ConformanceRow(JsonDocument.Parse(line).RootElement));
        foreach (ConformanceRow[] some in all.Where(row => row.Complexity is null || row.Complexity <= Effort.MaximumComplexity).Chunk(Effort.RowsPerTest))
        {
            ConformanceRows rows = new(some);
            yield return new TestCaseData(rows).SetName(rows.ToString());
        }
    }

    private static string? Locate()
    {
        string? configured = Environment.GetEnvironmentVariable("LOCALBRIDGE_CONFORMANCE");
        if (configured is not null)
        {
            return configured;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
