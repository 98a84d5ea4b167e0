using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A compiled JSONata expression: what the interpreter needs of the JSONata engine.</summary>
/// <param name="text">The expression, without its marks.</param>
internal abstract class JsonataProgram(string text)
{
    /// <summary>The expression, without its marks.</summary>
    internal string Text { get; } = text;

    /// <param name="scope">What the expression can see.</param>
    /// <param name="value">The result.</param>
    /// <param name="problem">The end of the sentence <c>The JSONata expression '…' specified for the field '…'</c>.</param>
    internal abstract bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out string? problem);
}
