using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Intrinsics;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a field that is a text, or the path or intrinsic function call of a text: <c>Error</c>/<c>ErrorPath</c>,
/// <c>Cause</c>/<c>CausePath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class TextField
{
    private readonly string _fieldName;
    private readonly JsonPath? _path;
    private readonly IntrinsicCall? _call;

    private TextField(string fieldName, string? text, JsonPath? path, IntrinsicCall? call)
    {
        _fieldName = fieldName;
        Text = text;
        _path = path;
        _call = call;
    }

    /// <summary>Gets the field that is not there.</summary>
    public static TextField None { get; } = new(string.Empty, null, null, null);

    /// <summary>Gets the literal text; <see langword="null"/> when there is none.</summary>
    public string? Text { get; }

    /// <summary>Gets the path or the intrinsic function call as written; <see langword="null"/> when there is none.</summary>
    public string? Expression => _path?.Text ?? _call?.Text;

    internal static TextField Literal(string fieldName, string text) => new(fieldName, text, null, null);

    internal static TextField At(string fieldName, JsonPath path) => new(fieldName, null, path, null);

    internal static TextField Computed(string fieldName, IntrinsicCall call) => new(fieldName, null, null, call);

    internal bool TryEvaluate(EvaluationScope scope, out string? text, [NotNullWhen(false)] out StateError? error)
    {
        text = Text;
        error = null;
        JsonValue value;
        if (_call is not null)
        {
            if (!_call.TryEvaluate(scope, _fieldName, out value, out error))
            {
                return false;
            }
        }
        else if (_path is null)
        {
            return true;
        }
        else if (!scope.TryResolve(_path, out value, out _))
        {
            error = StateError.Runtime(PathNode.NotFound(_fieldName, _path, scope));
            return false;
        }

        if (!value.IsString)
        {
            error = StateError.Runtime($"The {_fieldName} field '{Expression}' must refer to a string but referred to: {value.ToJson()}");
            return false;
        }

        text = value.GetString();
        return true;
    }
}
