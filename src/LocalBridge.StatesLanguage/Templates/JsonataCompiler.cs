using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Inspecting;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Compiles expressions, and notes those that are faulty or read what is not there.</summary>
internal static class JsonataCompiler
{
    /// <param name="context">Takes the faults.</param>
    /// <param name="expression">The expression, without its marks.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="access">What it may reach through <c>$states</c>.</param>
    /// <returns>The program, or null when the expression is faulty.</returns>
    internal static JsonataProgram? Compile(DefinitionReadContext context, string expression, string pointer, JsonataAccess access)
    {
        if (!JsonataExpression.TryCompile(expression, out JsonataExpression? compiled, out JsonataException? error, JsonataOptions.StepFunctions))
        {
            context.Fault(pointer, error.Message, DiagnosticCodes.InvalidJsonataExpression, $"It is at position {error.Position} of '{expression}'.");
            return null;
        }

        if (FindUnsupported(compiled, access) is { } problem)
        {
            context.Fault(pointer, problem, DiagnosticCodes.UnsupportedJsonataExpression);
            return null;
        }

        return new JsonataProgram(compiled);
    }

    private static string? FindUnsupported(JsonataExpression expression, JsonataAccess access)
    {
        foreach (JsonataReference reference in expression.References)
        {
            if (reference.Kind != JsonataReferenceKind.Variable)
            {
                return $"Reference to '{reference.Name}' at the top level is not supported.";
            }

            bool isMissing = reference.Name == JsonataStates.VariableName && reference.Member switch
            {
                JsonataStates.Result => !access.HasFlag(JsonataAccess.Result),
                JsonataStates.ErrorOutput => !access.HasFlag(JsonataAccess.ErrorOutput),
                _ => false,
            };
            if (isMissing)
            {
                return $"Reference to '$states.{reference.Member}' is not supported in this field.";
            }
        }

        return null;
    }
}
