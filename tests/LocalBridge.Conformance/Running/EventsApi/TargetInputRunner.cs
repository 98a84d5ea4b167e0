using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.EventsApi;
using LocalBridge.Errors;

namespace LocalBridge.Conformance.Running.EventsApi;

/// <summary>Runs the input selection cases of the events-api corpus: rule, target and event in a host, and what the target then received.</summary>
internal sealed class TargetInputRunner : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        TargetInputCase input => RunAsync(input, cancellationToken),
        ServiceLifecycleCase lifecycle => Task.FromResult(CaseResult.NotSupported(lifecycle.Id, "sequences of API calls")),
        _ => null,
    };

    private static async Task<CaseResult> RunAsync(TargetInputCase @case, CancellationToken cancellationToken)
    {
        var delivery = new TargetInputDelivery(@case.Source);
        JsonElement expected = @case.Source.GetProperty("expected");
        try
        {
            IReadOnlyList<string> received = await delivery.RunAsync(cancellationToken);
            return CaseResult.Compared(@case.Id, Compare(expected, received));
        }
        catch (LocalBridgeException exception)
        {
            return CaseResult.Compared(@case.Id, CompareError(expected, exception));
        }
    }

    private static List<JsonDifference> Compare(JsonElement expected, IReadOnlyList<string> received)
    {
        if (expected.Member("delivered").ValueKind == JsonValueKind.False)
        {
            return received.Count == 0 ? [] : [new JsonDifference("delivered", "false", received[0])];
        }

        if (received.Count != 1)
        {
            return [new JsonDifference("delivered", JsonTexts.Show(expected), $"{received.Count} deliveries")];
        }

        List<JsonDifference> differences = [];
        if (expected.Text("text") is { } text)
        {
            if (text != received[0])
            {
                differences.Add(new JsonDifference("text", text, received[0]));
            }
        }
        else if (!expected.Has("json"))
        {
            differences.Add(new JsonDifference(string.Empty, JsonTexts.Show(expected), received[0]));
        }
        else if (JsonTexts.TryParse(received[0], out JsonElement actual))
        {
            new JsonComparer(ComparisonRules.EventsApi with { ParsesTexts = false }, new PlaceholderScope()).Compare(expected.GetProperty("json"), actual, "json", differences);
        }
        else
        {
            differences.Add(new JsonDifference("json", JsonTexts.Show(expected.GetProperty("json")), received[0]));
        }

        return differences;
    }

    private static IEnumerable<JsonDifference> CompareError(JsonElement expected, LocalBridgeException exception)
    {
        JsonElement error = expected.Member("error");
        if (error.Text("code") != exception.ErrorCode || error.Text("message") != exception.Message)
        {
            yield return new JsonDifference("error", JsonTexts.Show(expected), $"{exception.ErrorCode}: {exception.Message}");
        }
    }
}
