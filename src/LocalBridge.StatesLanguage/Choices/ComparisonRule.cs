using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>A test of one value (<c>Variable</c>) against a literal, or against the value at another path.</summary>
internal sealed class ComparisonRule(JsonPath variable, ComparisonOperator comparison, JsonValue literal, JsonPath? operandPath) : ChoiceRule
{
    internal override bool TryEvaluate(EvaluationScope scope, out bool holds, [NotNullWhen(false)] out StateError? error)
    {
        holds = false;
        bool found = scope.TryResolve(variable, out JsonValue value, out _);
        if (comparison.AcceptsMissing)
        {
            error = null;
            holds = comparison.Compare(found ? value : JsonValue.Undefined, literal);
            return true;
        }

        if (!found)
        {
            error = NotFound(variable);
            return false;
        }

        JsonValue operand = literal;
        if (operandPath is not null && !scope.TryResolve(operandPath, out operand, out _))
        {
            error = NotFound(operandPath);
            return false;
        }

        error = null;
        holds = comparison.Compare(value, operand);
        return true;
    }

    private static StateError NotFound(JsonPath path) =>
        StateError.Runtime($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
