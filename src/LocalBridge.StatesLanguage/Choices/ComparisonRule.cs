using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>A test of one value (<c>Variable</c>) against a literal, or against the value at another path.</summary>
internal sealed class ComparisonRule(JsonPath variable, ComparisonOperator comparison, JsonValue literal, JsonPath? operandPath) : ChoiceRule
{
    internal JsonPath Variable => variable;

    internal ComparisonOperator Operator => comparison;

    /// <summary>The value it is compared with; undefined where that is at <see cref="OperandPath"/>.</summary>
    internal JsonValue Literal => literal;

    internal JsonPath? OperandPath => operandPath;

    /// <summary>The name of the field that holds the operand.</summary>
    internal string FieldName => operandPath is null ? comparison.Name : comparison.Name + ComparisonOperator.PathSuffix;

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
