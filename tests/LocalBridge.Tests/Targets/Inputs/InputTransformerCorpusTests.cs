using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Errors;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Targets.Inputs;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Targets.Inputs;

/// <summary>The recorded cases of input selection.</summary>
public sealed class InputTransformerCorpusTests
{
    private const string File = "events-api/input-transformer.json";

    private static IEnumerable<TestCaseData> Cases() => ConformanceData.ReadArray(File)
        .Select(static row => new TestCaseData(row).SetArgDisplayNames(row.GetProperty("id").GetString()!));

    [Test]
    public void Corpus_IsThere() => Assume.That(ConformanceData.Find(File), Is.Not.Null, "The conformance data is not on this machine; the cases were left out.");

    [TestCaseSource(nameof(Cases))]
    public void Select_RecordedCase_GivesWhatTheServiceGave(JsonElement row)
    {
        JsonElement expected = row.GetProperty("expected");
        if (expected.TryGetProperty("error", out JsonElement error))
        {
            Assert.That(
                () => Selector(row, row.GetProperty("targetId").GetString()!, "r", "arn"),
                Throws.TypeOf<ValidationException>().With.Message.EqualTo(error.GetProperty("message").GetString()));
            return;
        }

        InputSelector selector = Selector(row, "t", Rule(row, "name"), Rule(row, "arn"));
        if (expected.TryGetProperty("delivered", out _))
            Assert.That(() => selector.Select(Envelope(row)), Throws.TypeOf<TargetInputException>().With.Property("ErrorCode").EqualTo("INVALID_JSON"));
        else if (expected.TryGetProperty("text", out JsonElement text))
            Assert.That(selector.Select(Envelope(row)).ToText(), Is.EqualTo(text.GetString()));
        else
            Assert.That(JsonValue.Parse(selector.Select(Envelope(row)).ToText()), Is.EqualTo(JsonValue.FromElement(expected.GetProperty("json"))));
    }

    private static string Rule(JsonElement row, string member) => row.GetProperty("rule").GetProperty(member).GetString()!;

    private static InputSelector Selector(JsonElement row, string id, string ruleName, string ruleArn)
    {
        JsonElement target = row.GetProperty("target");
        return InputSelector.For(
            new Target
            {
                Id = id,
                Arn = "arn",
                InputPath = target.TryGetProperty("InputPath", out JsonElement path) ? path.GetString() : null,
                InputTransformer = target.TryGetProperty("InputTransformer", out JsonElement transformer) ? Transformer(transformer) : null,
            },
            ruleName,
            ruleArn);
    }

    private static InputTransformer Transformer(JsonElement transformer) => new()
    {
        InputTemplate = transformer.GetProperty("InputTemplate").GetString()!,
        InputPathsMap = transformer.TryGetProperty("InputPathsMap", out JsonElement map)
            ? map.EnumerateObject().ToImmutableDictionary(static path => path.Name, static path => path.Value.GetString()!)
            : ImmutableDictionary<string, string>.Empty,
    };

    private static EventEnvelope Envelope(JsonElement row)
    {
        JsonElement json = row.GetProperty("event");
        return new EventEnvelope(
            new EventOrigin(json.GetProperty("account").GetString()!, json.GetProperty("region").GetString()!),
            json.GetProperty("id").GetGuid(),
            json.GetProperty("source").GetString()!,
            json.GetProperty("detail-type").GetString()!,
            new EventStamp(json.GetProperty("time").GetDateTimeOffset(), row.GetProperty("ingestionTime").GetDateTimeOffset(), [], null, null),
            JsonValue.FromElement(json.GetProperty("detail")).AsObject());
    }
}
