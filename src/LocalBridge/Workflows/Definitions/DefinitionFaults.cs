using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows.Definitions;

/// <summary>Words the faults of a definition as <c>CreateStateMachine</c> of the AWS API does.</summary>
internal static class DefinitionFaults
{
    internal static StateMachineDefinition Parse(string definition, StateMachineType type)
    {
        try
        {
            return StateMachineDefinition.Parse(definition, new DefinitionOptions { IsExpress = type == StateMachineType.Express });
        }
        catch (DefinitionException exception)
        {
            throw new InvalidDefinitionException(Write(exception.Diagnostics), exception);
        }
    }

    internal static string Write(IEnumerable<Diagnostic> diagnostics) => string.Join(
        ", ",
        diagnostics
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.Location.Length == 0
                ? $"{diagnostic.Code}: {diagnostic.Message}"
                : $"{diagnostic.Code}: {diagnostic.Message} at {diagnostic.Location}"));
}
