using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.Conformance.Running.StepFunctions.Hosting;
using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;
using LocalBridge.Conformance.Time;
using LocalBridge.Errors;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Tests single states as the cases of the kind <c>testState</c> do.</summary>
internal sealed class TestStateRunner : ICaseRunner
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, 250, TimeSpan.Zero);

    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) =>
        @case is StateMachineCase { Kind: "testState" } test ? RunAsync(test, cancellationToken) : null;

    private static async Task<CaseResult> RunAsync(StateMachineCase @case, CancellationToken cancellationToken)
    {
        await using LocalBridgeHost host = CreateHost(@case);
        await host.StartAsync(cancellationToken);
        var scope = new PlaceholderScope();
        List<JsonDifference> differences = [];
        foreach (JsonElement call in @case.Source.GetProperty("calls").EnumerateArray())
        {
            string key = call.Text("key") ?? call.RequiredText("call");
            differences.AddRange((await CallAsync(host, call, scope, cancellationToken))
                .Select(difference => difference with { Path = $"call '{key}' {difference.Path}" }));
        }

        return CaseResult.Compared(@case.Id, differences);
    }

    private static LocalBridgeHost CreateHost(StateMachineCase @case)
    {
        var time = new VirtualTimeProvider(Start);
        var activity = new HandlerActivity();
        var scenario = new ExecutionScenario { Definition = "{}", Input = null, Handlers = @case.Source.Member("handlers") };
        var functions = FunctionDirectory.Read(scenario.Handlers);
        var script = Script.Read(scenario.Script);
        var playback = new TaskPlayback(script, functions, new FunctionEnvironment(time, activity));
        return BridgeHosts.Create(scenario, time, script, functions, new PlaybackHandlers(playback, activity, new CallbackAnswers()));
    }

    private static async Task<IReadOnlyCollection<JsonDifference>> CallAsync(
        LocalBridgeHost host, JsonElement call, PlaceholderScope scope, CancellationToken cancellationToken)
    {
        JsonElement expectedError = call.Member("error");
        try
        {
            JsonElement answer = TestStateAnswers.Write(
                await host.StateMachines.TestStateAsync(TestStateRequests.Read(call.GetProperty("request")), cancellationToken));
            if (expectedError.ValueKind == JsonValueKind.Object)
            {
                return [new JsonDifference("error", JsonTexts.Show(expectedError), JsonTexts.Show(answer))];
            }

            List<JsonDifference> differences = [];
            new JsonComparer(ComparisonRules.StepFunctions with { ParsesTexts = true }, scope)
                .Compare(TestStateAnswers.Parse(call.GetProperty("response")), TestStateAnswers.Parse(answer), string.Empty, differences);
            return differences;
        }
        catch (LocalBridgeException exception) when (exception.ErrorCode != nameof(ObjectDisposedException))
        {
            // What an SDK refuses before it sends, the service refuses as a malformed request.
            bool isExpected = expectedError.Text("clientSide") is not null
                ? exception.ErrorCode == nameof(ValidationException)
                : expectedError.Text("code") == exception.ErrorCode && expectedError.Text("message") == exception.Message;
            return isExpected
                ? []
                : [new JsonDifference("error", JsonTexts.Show(expectedError.ValueKind == JsonValueKind.Undefined ? call.GetProperty("response") : expectedError), $"{exception.ErrorCode}: {exception.Message}")];
        }
    }
}
