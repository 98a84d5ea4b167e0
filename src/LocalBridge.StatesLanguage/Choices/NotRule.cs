using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary><c>Not</c>: holds when its condition does not.</summary>
internal sealed class NotRule(ChoiceRule rule) : ChoiceRule
{
    internal ChoiceRule Rule => rule;

    internal override bool TryEvaluate(EvaluationScope scope, out bool holds, [NotNullWhen(false)] out StateError? error)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        bool decided = rule.TryEvaluate(scope, out holds, out error);
        holds = !holds;
        return decided;
    }
}
