using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary><c>And</c>: holds when all of its conditions hold. Conditions after the first that does not are not looked at.</summary>
internal sealed class AndRule(ImmutableArray<ChoiceRule> rules) : ChoiceRule
{
    internal ImmutableArray<ChoiceRule> Rules => rules;

    internal override bool TryEvaluate(EvaluationScope scope, out bool holds, [NotNullWhen(false)] out StateError? error)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (ChoiceRule rule in rules)
        {
            if (!rule.TryEvaluate(scope, out holds, out error))
            {
                return false;
            }

            if (!holds)
            {
                return true;
            }
        }

        holds = true;
        error = null;
        return true;
    }
}
