using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A part of a template without expressions: shared, never copied.</summary>
internal sealed class LiteralNode(JsonValue literal) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        value = literal;
        error = null;
        return true;
    }
}
