using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A template field <c>"name.$"</c> whose value is a path.</summary>
internal sealed class PathNode(string fieldName, JsonPath path) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        if (scope.TryResolve(path, out value, out _))
        {
            return true;
        }

        error = StateError.Runtime(NotFound(fieldName, path, scope));
        return false;
    }

    /// <summary>The service's words for a path in a field that finds nothing; the root it was looked up in is shown as JSON.</summary>
    internal static string NotFound(string fieldName, JsonPath path, EvaluationScope scope) =>
        $"The JSONPath '{path.Text}' specified for the field '{fieldName}' could not be found in the input '{scope.GetRoot(path).ToJson()}'";
}
