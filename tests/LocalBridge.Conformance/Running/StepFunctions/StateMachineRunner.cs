using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Conformance.Comparing.Histories;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.Conformance.Running.StepFunctions.Scenarios;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Runs the recorded executions and tables of the step-functions corpus.</summary>
internal sealed class StateMachineRunner(IExecutionEngine engine) : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        StateMachineCase { Kind: "execution" or "expressSync" } execution => RunExecutionAsync(execution, cancellationToken),
        StateMachineCase { Kind: "executionTable" } table => RunExecutionTableAsync(table, cancellationToken),
        StateMachineCase { Kind: "outputTable" } table => RunOutputTableAsync(table, cancellationToken),
        StateMachineCase other => Task.FromResult(CaseResult.NotSupported(other.Id, $"cases of the kind '{other.Kind}'")),
        _ => null,
    };

    private async Task<CaseResult> RunExecutionAsync(StateMachineCase @case, CancellationToken cancellationToken)
    {
        var scenario = ExecutionScenario.Read(@case.Source);
        ExecutionAnswer answer = await engine.RunAsync(scenario, cancellationToken);
        return CaseResult.Compared(@case.Id, ExecutionComparison.Compare(scenario.Expect, answer, HistoryComparisonOptions.Read(@case.Source)));
    }

    private async Task<CaseResult> RunExecutionTableAsync(StateMachineCase @case, CancellationToken cancellationToken)
    {
        HistoryComparisonOptions options = HistoryComparisonOptions.Read(@case.Source);
        List<JsonDifference> differences = [];
        foreach (JsonElement row in @case.Source.GetProperty("rows").EnumerateArray())
        {
            var scenario = ExecutionScenario.Read(@case.Source, row);
            ExecutionAnswer answer = await engine.RunAsync(scenario, cancellationToken);
            differences.AddRange(InRow(row.Text("key") ?? row.Member("key").GetRawText(), ExecutionComparison.Compare(scenario.Expect, answer, options)));
        }

        return CaseResult.Compared(@case.Id, differences);
    }

    private async Task<CaseResult> RunOutputTableAsync(StateMachineCase @case, CancellationToken cancellationToken)
    {
        List<JsonDifference> differences = [];
        int number = 0;
        foreach (JsonElement row in @case.Source.GetProperty("rows").EnumerateArray())
        {
            ExecutionAnswer answer = await engine.RunAsync(OutputRow(@case.Source, row), cancellationToken);
            differences.AddRange(InRow($"{number++}", ExecutionComparison.CompareOutput(row.GetProperty("output"), answer)));
        }

        return CaseResult.Compared(@case.Id, differences);
    }

    private static ExecutionScenario OutputRow(JsonElement @case, JsonElement row)
    {
        var scenario = ExecutionScenario.Read(@case, row);
        return @case.Has("literalPath") && row.Has("literal")
            ? scenario with { Definition = CaseTexts.PutLiteral(@case.GetProperty("definition"), @case.GetProperty("literalPath"), row.GetProperty("literal")) }
            : scenario;
    }

    private static IEnumerable<JsonDifference> InRow(string key, IEnumerable<JsonDifference> differences) =>
        differences.Select(difference => difference with { Path = $"row '{key}' {difference.Path}" });
}
