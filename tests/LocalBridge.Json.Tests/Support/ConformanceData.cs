using System.Text.Json;

namespace LocalBridge.Json.Tests.Support;

/// <summary>Finds the conformance data, which is no part of the repository: in LOCALBRIDGE_CONFORMANCE or beside the repository.</summary>
internal static class ConformanceData
{
    internal static string? Folder { get; } = Find();

    internal static IEnumerable<JsonElement> ReadLines(string file) => Folder is null
        ? []
        : File.ReadLines(Path.Combine(Folder, file))
            .Where(line => line.Length > 0)
            .Select(line => JsonElement.Parse(line));

    internal static string ReadText(string file) => File.ReadAllText(Path.Combine(Folder!, file));

    /// <summary>Yields one test that reports itself skipped where there is no data, so that a suite never passes for want of it.</summary>
    internal static IEnumerable<TestCaseData> OrSkipped(IEnumerable<TestCaseData> cases)
    {
        if (Folder is not null)
        {
            return cases;
        }

        var missing = new TestCaseData(default(JsonElement)).SetArgDisplayNames("no data");
        missing.Ignore("The conformance data was not found; set LOCALBRIDGE_CONFORMANCE to its folder.");
        return [missing];
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("LOCALBRIDGE_CONFORMANCE");
        if (!string.IsNullOrEmpty(named))
        {
            return named;
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
