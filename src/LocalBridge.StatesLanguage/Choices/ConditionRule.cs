using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>A condition in JSONata: an expression that gives a boolean, or a literal one.</summary>
internal sealed class ConditionRule : ChoiceRule
{
    private readonly JsonataField? _expression;
    private readonly bool _literal;

    internal ConditionRule(JsonataField expression)
    {
        _expression = expression;
    }

    internal ConditionRule(bool literal)
    {
        _literal = literal;
    }

    /// <summary>The condition as written: a boolean, or the string of an expression with its marks.</summary>
    internal JsonValue Source => _expression is null ? _literal : _expression.Text;

    internal override bool TryEvaluate(EvaluationScope scope, out bool holds, [NotNullWhen(false)] out StateError? error)
    {
        holds = _literal;
        error = null;
        if (_expression is null)
        {
            return true;
        }

        if (!_expression.TryEvaluate(scope, "boolean", static value => value.IsBoolean, out JsonValue value, out error))
        {
            return false;
        }

        holds = value.GetBoolean();
        return true;
    }
}
