using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Histories;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing.Histories;

/// <summary>Checks the comparison against the recordings themselves: each must equal its own wire form, and no other.</summary>
[TestFixture]
internal sealed class RecordedHistoryTests
{
    [Test]
    public void Compare_EveryRecordedHistoryInWireForm_EqualsItself()
    {
        string[] different = [.. Recorded().Where(@case => CompareWithWireForm(@case, Wire) > 0).Select(static @case => @case.Id)];

        Assert.That(different, Is.Empty);
    }

    [Test]
    public void Compare_EveryRecordedHistoryWithoutItsLastEvent_Differs()
    {
        string[] equal = [.. Recorded().Where(static @case => CompareWithWireForm(@case, static events => Wire(events)[..^1]) == 0).Select(static @case => @case.Id)];

        Assert.That(equal, Is.Empty);
    }

    private static List<StateMachineCase> Recorded()
    {
        if (ConformanceDirectory.FindDefault() is not { } path)
        {
            Assert.Ignore("There is no conformance data: set LOCALBRIDGE_CONFORMANCE, or put it at ../shared/conformance beside the repository.");
            return [];
        }

        // Histories whose ids the recorder lost have no wire form.
        return [.. ConformanceDirectory.Read(path).Areas
            .SelectMany(static area => area.Cases)
            .OfType<StateMachineCase>()
            .Where(static @case => @case.Source.Member("expect").Has("history") && !HistoryComparisonOptions.Read(@case.Source).HasParallelSublist)];
    }

    private static int CompareWithWireForm(StateMachineCase @case, Func<JsonElement, JsonElement[]> toActual)
    {
        JsonElement history = @case.Source.GetProperty("expect").GetProperty("history");
        var scope = new PlaceholderScope();

        // The recorded input stands in for what <json-input:N> stands for, because the recorded cause still holds the placeholder.
        JsonElement filled = Example.Of(history.GetRawText().Replace("<json-input:1>", "<input:1>", StringComparison.Ordinal));
        return HistoryComparison.Compare(filled, toActual(filled), HistoryComparisonOptions.Read(@case.Source), scope).Count;
    }

    private static JsonElement[] Wire(JsonElement events) =>
        [.. events.EnumerateArray().Select(static entry => Example.Of(ToWire(JsonNode.Parse(entry.GetRawText())!.AsObject())))];

    private static string ToWire(JsonObject entry)
    {
        foreach (JsonObject details in entry.Where(static member => member.Value is JsonObject).Select(static member => member.Value!.AsObject()).ToList())
        {
            foreach (string name in details.Select(static member => member.Key).Intersect(["input", "output", "parameters"]).ToList())
            {
                details[name] = details[name]?.ToJsonString() ?? "null";
            }

            if (details["cause"] is JsonObject cause)
            {
                details["cause"] = cause.ToJsonString();
            }
        }

        return entry.ToJsonString();
    }
}
