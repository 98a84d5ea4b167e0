using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A string of a JSONata template that is an expression.</summary>
/// <param name="field">The expression.</param>
/// <param name="mustBeArray">Whether only an array will do.</param>
internal sealed class JsonataNode(JsonataField field, bool mustBeArray = false) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error) => mustBeArray
        ? field.TryEvaluate(scope, "array", static found => found.IsArray, out value, out error)
        : field.TryEvaluate(scope, out value, out error);
}
