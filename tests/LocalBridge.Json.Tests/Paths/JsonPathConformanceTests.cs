using System.Text.Json;
using LocalBridge.Json.Paths;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Paths;

/// <summary>Runs every path of the conformance data; the tiers are explained in its README.</summary>
public sealed class JsonPathConformanceTests
{
    private static IEnumerable<TestCaseData> Cases => ConformanceData.OrSkipped(ConformanceData.ReadLines("jsonpath/cases.jsonl")
        .Where(row => row.GetProperty("tier").GetString() != "quirk")
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("id")} {row.GetProperty("tier")} {row.GetProperty("path")}")));

    [TestCaseSource(nameof(Cases))]
    public void Evaluate_Case_GivesTheRecordedOutcome(JsonElement row)
    {
        JsonElement expect = row.GetProperty("expect");
        string expected = expect.TryGetProperty("result", out JsonElement result)
            ? $"result {Normalize(JsonValue.FromElement(result))}"
            : $"error {expect.GetProperty("error")}";
        string? message = row.TryGetProperty("message", out JsonElement text) ? text.GetString() : null;
        bool? definite = row.TryGetProperty("definite", out JsonElement flag) ? flag.GetBoolean() : null;

        (string outcome, string? foundMessage, bool? isDefinite) = Run(row);

        Assert.Multiple(() =>
        {
            Assert.That(outcome, Is.EqualTo(expected));
            Assert.That(isDefinite, Is.EqualTo(definite));
            Assert.That(message is null ? null : foundMessage, Is.EqualTo(message));
        });
    }

    private static (string Outcome, string? Message, bool? IsDefinite) Run(JsonElement row)
    {
        if (!JsonPath.TryParse(row.GetProperty("path").GetString()!, out JsonPath? path, out JsonPathError? error))
        {
            return ($"error {Name(error.Kind)}", error.Message, null);
        }

        JsonValue data = row.TryGetProperty("inline", out JsonElement inline)
            ? JsonValue.FromElement(inline)
            : JsonValue.Parse(ConformanceData.ReadText($"jsonpath/datasets/{row.GetProperty("data")}.json"));
        return path.TryEvaluate(data, out JsonValue result, out error)
            ? ($"result {Normalize(result)}", null, path.IsDefinite)
            : ($"error {Name(error.Kind)}", error.Message, path.IsDefinite);
    }

    private static string Name(JsonPathErrorKind kind) => kind switch
    {
        JsonPathErrorKind.Syntax => "syntax",
        JsonPathErrorKind.NotFound => "notFound",
        _ => "invalid",
    };

    // Numbers as doubles and members in one order, as the README asks.
    private static string Normalize(JsonValue value) => value.Kind switch
    {
        JsonValueKind.Number => ((JsonValue)value.GetDouble()).ToJson(),
        JsonValueKind.Array => $"[{string.Join(',', value.AsArray().Select(Normalize))}]",
        JsonValueKind.Object => $"{{{string.Join(',', value.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{((JsonValue)member.Key).ToJson()}:{Normalize(member.Value)}"))}}}",
        _ => value.ToJson(),
    };
}
