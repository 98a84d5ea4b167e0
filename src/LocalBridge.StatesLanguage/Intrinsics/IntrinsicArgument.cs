using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>One argument of an intrinsic function: a literal, a path or another call.</summary>
internal sealed class IntrinsicArgument
{
    private readonly JsonValue _literal;
    private readonly JsonPath? _path;
    private readonly IntrinsicCall? _call;

    internal IntrinsicArgument(JsonValue literal)
    {
        _literal = literal;
    }

    internal IntrinsicArgument(JsonPath path)
    {
        _path = path;
    }

    internal IntrinsicArgument(IntrinsicCall call)
    {
        _call = call;
    }

    internal bool TryEvaluate(EvaluationScope scope, string fieldName, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        value = _literal;
        error = null;
        if (_call is not null)
        {
            return _call.TryEvaluate(scope, fieldName, out value, out error);
        }

        if (_path is null || scope.TryResolve(_path, out value, out _))
        {
            return true;
        }

        error = StateError.Runtime(PathNode.NotFound(fieldName, _path, scope));
        return false;
    }
}
