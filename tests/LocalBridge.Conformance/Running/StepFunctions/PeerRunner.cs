using System.Text.Json;
using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Runs the expressions, paths, templates and choices of another local engine, each as a state machine around it.</summary>
internal sealed class PeerRunner(IExecutionEngine engine) : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) =>
        @case is PeerCase peer ? RunAsync(peer, cancellationToken) : null;

    private async Task<CaseResult> RunAsync(PeerCase @case, CancellationToken cancellationToken)
    {
        if (PeerDefinitions.Create(@case) is not { } definition)
        {
            return CaseResult.NotSupported(@case.Id, $"peer cases of the kind '{@case.Kind}'");
        }

        JsonElement input = @case.Source.Has("rawInput") ? @case.Source.GetProperty("rawInput") : @case.Source.Member("input");
        var scenario = new ExecutionScenario { Definition = definition, Input = input.ValueKind == JsonValueKind.Undefined ? null : input.GetRawText() };
        try
        {
            return Compare(@case, await engine.RunAsync(scenario, cancellationToken));
        }
        catch (DefinitionRefusedException exception) when (@case.Source.Has("expectError"))
        {
            // The peer finds out when it runs what this library may find out when it reads.
            return exception.Message.Length > 0 ? CaseResult.Passed(@case.Id) : CaseResult.Failed(@case.Id, "was refused without a reason");
        }
    }

    private static CaseResult Compare(PeerCase @case, ExecutionAnswer answer)
    {
        JsonElement source = @case.Source;
        if (source.Has("expectError"))
        {
            // The names of errors are the peer's own; AWS has others.
            return answer.Status == "FAILED"
                ? CaseResult.Passed(@case.Id)
                : CaseResult.Failed(@case.Id, $"expected a failure ({source.Text("expectError")}), actual {answer.Status} {answer.Output}");
        }

        if (source.Has("expectNext"))
        {
            string? next = NextState(answer);
            return next == source.Text("expectNext")
                ? CaseResult.Passed(@case.Id)
                : CaseResult.Failed(@case.Id, $"expected the next state '{source.Text("expectNext")}', actual '{next}' ({answer.Error}: {answer.Cause})");
        }

        return CaseResult.Compared(@case.Id, ExecutionComparison.CompareOutput(PeerDefinitions.ExpectedOutput(@case), answer));
    }

    private static string? NextState(ExecutionAnswer answer) => answer.History
        .Select(static entry => entry.Member("stateEnteredEventDetails").Text("name"))
        .Where(static name => name is not null)
        .ElementAtOrDefault(1);
}
