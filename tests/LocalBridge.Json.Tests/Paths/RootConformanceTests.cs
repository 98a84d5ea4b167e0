using System.Text.Json;
using LocalBridge.Json.Paths;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Paths;

/// <summary>Runs the paths with the three kinds of root.</summary>
public sealed class RootConformanceTests
{
    private static IEnumerable<TestCaseData> Cases => ConformanceData.OrSkipped(
        ConformanceData.Folder is null ? [] : Data.GetProperty("cases").EnumerateArray()
            .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("id")} {row.GetProperty("path")}")));

    private static JsonElement Data => JsonElement.Parse(ConformanceData.ReadText("jsonpath/roots.json"));

    // The file writes '$$' as '$' in its cases (a replacement text lost one of them), so that '$' may mean the input or the context.
    [TestCaseSource(nameof(Cases))]
    public void Evaluate_Case_GivesTheRecordedOutcomeOnItsRoot(JsonElement row)
    {
        JsonElement expect = row.GetProperty("expect");
        JsonValue expected = expect.TryGetProperty("result", out JsonElement result) ? JsonValue.FromElement(result) : JsonValue.Undefined;

        JsonPath path = JsonPath.Parse(row.GetProperty("path").GetString()!);

        Assert.That(
            Roots(path).Select(root => path.TryEvaluate(root, out JsonValue found, out _) ? found : JsonValue.Undefined),
            Has.Some.EqualTo(expected));
    }

    private static IEnumerable<JsonValue> Roots(JsonPath path)
    {
        JsonValue data = JsonValue.FromElement(Data);
        return path.Root == JsonPathRoot.Variable
            ? [data["variables"][path.VariableName!]]
            : [data["input"], data["context"]];
    }
}
