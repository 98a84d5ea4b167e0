using System.Diagnostics;
using System.Runtime.CompilerServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Writes a condition into the fields of the object it stands in.</summary>
internal static class ChoiceRuleWriter
{
    internal static void Write(FieldWriter fields, ChoiceRule rule)
    {
        switch (rule)
        {
            case AndRule and:
                fields.List("And", and.Rules, WriteInner);
                break;
            case OrRule or:
                fields.List("Or", or.Rules, WriteInner);
                break;
            case NotRule not:
                fields.Value("Not", WriteInner(not.Rule));
                break;
            case ComparisonRule comparison:
                fields.Path("Variable", comparison.Variable);
                fields.Value(comparison.FieldName, comparison.OperandPath is { } path ? path.Text : comparison.Literal);
                break;
            case ConditionRule condition:
                fields.Value("Condition", condition.Source);
                break;
            default:
                throw new UnreachableException($"A rule of type '{rule.GetType().Name}' cannot be written.");
        }
    }

    private static JsonValue WriteInner(ChoiceRule rule)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields = new FieldWriter();
        fields.Text("Comment", rule.Comment);
        Write(fields, rule);
        return fields.Build();
    }
}
