using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Reads the condition of a Choice rule, and the conditions inside it.</summary>
internal static class ChoiceRuleReader
{
    internal static ChoiceRule? Read(FieldReader fields, JsonObject json)
    {
        if (fields.IsJsonata)
        {
            return ReadCondition(fields);
        }

        if (json.ContainsKey("And"))
        {
            return ReadList(fields, "And") is { } rules ? new AndRule(rules) : null;
        }

        if (json.ContainsKey("Or"))
        {
            return ReadList(fields, "Or") is { } rules ? new OrRule(rules) : null;
        }

        if (json.ContainsKey("Not"))
        {
            return fields.Object("Not") is { } inner && ReadInner(fields, inner, fields.PointerTo("Not")) is { } rule ? new NotRule(rule) : null;
        }

        return ReadComparison(fields, json);
    }

    private static ConditionRule? ReadCondition(FieldReader fields)
    {
        if (!fields.Require("Condition"))
        {
            return null;
        }

        if (JsonataFieldReader.TryRead(fields, "Condition", out JsonataField? expression))
        {
            return expression is null ? null : new ConditionRule(expression);
        }

        return fields.Boolean("Condition") is { } literal ? new ConditionRule(literal) : null;
    }

    private static ImmutableArray<ChoiceRule>? ReadList(FieldReader fields, string field)
    {
        if (fields.Array(field) is not { } elements)
        {
            return null;
        }

        if (elements.Count == 0)
        {
            fields.Fault(field, "Value cannot be empty");
        }

        ImmutableArray<ChoiceRule>.Builder rules = ImmutableArray.CreateBuilder<ChoiceRule>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            string pointer = JsonPointer.Append(fields.PointerTo(field), i);
            if (!elements[i].IsObject)
            {
                fields.Context.Fault(pointer, "Expected value of type Object");
            }
            else if (ReadInner(fields, elements[i].AsObject(), pointer) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules.Count > 0 && rules.Count == elements.Count ? rules.ToImmutable() : null;
    }

    private static ChoiceRule? ReadInner(FieldReader outer, JsonObject json, string pointer)
    {
        if (!outer.Context.HasRoom(pointer))
        {
            return null;
        }

        var fields = new FieldReader(outer.Context, json, pointer);
        string? comment = fields.Text("Comment");
        ChoiceRule? rule = Read(fields, json);
        if (rule is not null)
        {
            rule.Comment = comment;
        }

        fields.Finish();
        return rule;
    }

    private static ComparisonRule? ReadComparison(FieldReader fields, JsonObject json)
    {
        bool hasVariable = fields.Require("Variable");
        JsonPath? variable = fields.Path("Variable");
        string? operatorName = null;
        ComparisonOperator? comparison = null;
        bool isPath = false;
        foreach (string name in json.Names)
        {
            if (!ComparisonOperator.TryFind(name, out ComparisonOperator? found, out bool foundPath))
            {
                continue;
            }

            if (operatorName is not null)
            {
                fields.Context.Fault(fields.Pointer, $"Only one comparison may be there, but there are '{operatorName}' and '{name}'");
            }

            (operatorName, comparison, isPath) = (name, found, foundPath);
        }

        if (operatorName is null || comparison is null)
        {
            if (hasVariable)
            {
                fields.Context.Fault(fields.Pointer, "A comparison operator is required, for example 'StringEquals'");
            }

            return null;
        }

        if (isPath)
        {
            JsonPath? operand = fields.Path(operatorName);
            return variable is null || operand is null ? null : new ComparisonRule(variable, comparison, JsonValue.Undefined, operand);
        }

        JsonValue literal = fields.Any(operatorName);
        return IsLiteralValid(fields, operatorName, comparison, literal) && variable is not null
            ? new ComparisonRule(variable, comparison, literal, null)
            : null;
    }

    private static bool IsLiteralValid(FieldReader fields, string name, ComparisonOperator comparison, JsonValue literal)
    {
        bool isOfType = comparison.LiteralKind == JsonValueKind.True ? literal.IsBoolean : literal.Kind == comparison.LiteralKind;
        if (!isOfType)
        {
            string type = comparison.LiteralKind == JsonValueKind.True ? "Boolean" : comparison.LiteralKind.ToString();
            fields.Fault(name, $"Expected value of type {type}");
            return false;
        }

        if (name.StartsWith("Timestamp", StringComparison.Ordinal) && !Rfc3339.TryParse(literal.GetString(), out _))
        {
            fields.Fault(name, "String does not match RFC3339 timestamp");
            return false;
        }

        return true;
    }
}
