using System.Diagnostics;
using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.Choices;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Writes the condition of a Choice rule as people write conditions: <c>$.total &gt; 100 and not ($.vip is true)</c>.</summary>
internal static class ChoiceRuleText
{
    internal static string Of(ChoiceRule rule)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return rule switch
        {
            AndRule and => string.Join(" and ", and.Rules.Select(static inner => Inner(inner, isInOr: false))),
            OrRule or => string.Join(" or ", or.Rules.Select(static inner => Inner(inner, isInOr: true))),
            NotRule not => $"not ({Of(not.Rule)})",
            ComparisonRule comparison => Of(comparison),
            ConditionRule condition => ExpressionText.Of(condition.Source),
            _ => throw new UnreachableException($"A rule of type '{rule.GetType().Name}' cannot be described."),
        };
    }

    /// <summary><c>and</c> binds tighter than <c>or</c>, so only an <c>or</c> inside an <c>and</c> needs parentheses.</summary>
    private static string Inner(ChoiceRule rule, bool isInOr) =>
        !isInOr && rule is OrRule { Rules.Length: > 1 } ? $"({Of(rule)})" : Of(rule);

    private static string Of(ComparisonRule rule)
    {
        string name = rule.Operator.Name;
        string variable = rule.Variable.Text;
        if (name.StartsWith("Is", StringComparison.Ordinal))
        {
            string what = name == "IsPresent" ? "present" : $"a {name[2..].ToLowerInvariant()}".Replace("a null", "null", StringComparison.Ordinal);
            return rule.Literal.IsTrue ? $"{variable} is {what}" : $"{variable} is not {what}";
        }

        string operand = rule.OperandPath?.Text ?? rule.Literal.ToJson();
        return $"{variable} {Sign(name)} {operand}";
    }

    private static string Sign(string name) =>
        name == "StringMatches" ? "matches"
        : name.EndsWith("GreaterThanEquals", StringComparison.Ordinal) ? "≥"
        : name.EndsWith("GreaterThan", StringComparison.Ordinal) ? ">"
        : name.EndsWith("LessThanEquals", StringComparison.Ordinal) ? "≤"
        : name.EndsWith("LessThan", StringComparison.Ordinal) ? "<"
        : "=";
}
