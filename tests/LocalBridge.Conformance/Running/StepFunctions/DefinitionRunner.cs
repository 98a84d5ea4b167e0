using System.Collections.Immutable;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Conformance.Corpora.StepFunctions;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Reads the definitions of linters and of the wild: valid ones must be read without an error, invalid ones refused.</summary>
internal sealed class DefinitionRunner : ICaseRunner
{
    /// <inheritdoc/>
    public Task<CaseResult>? Run(ConformanceCase @case, CancellationToken cancellationToken) => @case switch
    {
        LintCase lint => Task.FromResult(Check(lint.Id, lint.Definition, lint.IsValid)),
        WildDefinitionCase wild => Task.FromResult(Check(wild.Id, wild.Definition, isValid: true)),
        _ => null,
    };

    private static CaseResult Check(string id, string definition, bool isValid)
    {
        bool isRead = StateMachineDefinition.TryParse(definition, out _, out ImmutableArray<Diagnostic> diagnostics);
        return (isValid, isRead) switch
        {
            (true, false) => CaseResult.Failed(id, $"is valid, but was refused: {string.Join("; ", diagnostics)}"),
            (false, true) => CaseResult.Failed(id, "is invalid, but was accepted"),
            _ => CaseResult.Passed(id),
        };
    }
}
