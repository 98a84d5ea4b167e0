using System.Text.Json;
using LocalBridge.Json.Paths;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Paths;

public sealed class ReferencePathConformanceTests
{
    private static IEnumerable<TestCaseData> Cases => ConformanceData.OrSkipped(ConformanceData.ReadLines("jsonpath/reference-paths.jsonl")
        .Where(row => !row.TryGetProperty("disputed", out _))
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("id")} {row.GetProperty("path")}")));

    [TestCaseSource(nameof(Cases))]
    public void TryParse_Case_IsPathAndReferencePathAsRecorded(JsonElement row)
    {
        string text = row.GetProperty("path").GetString()!;

        bool isPath = JsonPath.TryParse(text, out JsonPath? path, out _);
        bool isReferencePath = ReferencePath.TryParse(text, out _, out _);

        Assert.Multiple(() =>
        {
            Assert.That(isPath, Is.EqualTo(row.GetProperty("pathValid").GetBoolean()));
            Assert.That(isReferencePath, Is.EqualTo(row.GetProperty("referencePathValid").GetBoolean()));
            Assert.That(path?.IsReferencePath ?? false, Is.EqualTo(isReferencePath));
        });
    }
}
