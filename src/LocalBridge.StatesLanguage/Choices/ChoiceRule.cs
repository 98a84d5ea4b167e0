using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>A condition of a Choice state: a comparison, or a combination of conditions.</summary>
internal abstract class ChoiceRule
{
    /// <summary>The comment of a condition inside another one; that of the outermost belongs to its <see cref="ChoiceBranch"/>.</summary>
    internal string? Comment { get; set; }

    /// <summary>Decides whether the condition holds.</summary>
    /// <returns><see langword="false"/> when it cannot be decided, because a path finds nothing.</returns>
    internal abstract bool TryEvaluate(EvaluationScope scope, out bool holds, [NotNullWhen(false)] out StateError? error);
}
