using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Intrinsics;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>A template field <c>"name.$"</c> whose value is a call of an intrinsic function.</summary>
internal sealed class IntrinsicNode(string fieldName, IntrinsicCall call) : TemplateNode
{
    internal override bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error) =>
        call.TryEvaluate(scope, fieldName, out value, out error);
}
