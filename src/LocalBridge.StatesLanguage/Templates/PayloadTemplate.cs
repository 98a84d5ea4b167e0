using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a compiled payload template: <c>Parameters</c>, <c>ResultSelector</c>, <c>ItemSelector</c> or <c>Assign</c>
/// (States Language specification, "Payload Template").</summary>
/// <remarks>Instances are immutable and safe for use from any thread.</remarks>
public sealed class PayloadTemplate
{
    private readonly TemplateNode _root;

    internal PayloadTemplate(JsonValue source, TemplateNode root)
    {
        Source = source;
        _root = root;
    }

    /// <summary>Gets the template as written.</summary>
    public JsonValue Source { get; }

    internal bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error) =>
        _root.TryEvaluate(scope, out value, out error);
}
