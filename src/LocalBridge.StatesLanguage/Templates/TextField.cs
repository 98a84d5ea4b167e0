using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Intrinsics;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a field that is a text, or the path, intrinsic function call or JSONata expression of a text: <c>Error</c>/<c>ErrorPath</c>,
/// <c>Cause</c>/<c>CausePath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class TextField
{
    private readonly string _fieldName;
    private readonly JsonPath? _path;
    private readonly IntrinsicCall? _call;
    private readonly JsonataField? _jsonata;

    private TextField(string fieldName, string? text, JsonPath? path, IntrinsicCall? call, JsonataField? jsonata = null)
    {
        _jsonata = jsonata;
        _fieldName = fieldName;
        Text = text;
        _path = path;
        _call = call;
    }

    /// <summary>Gets the field that is not there.</summary>
    public static TextField None { get; } = new(string.Empty, null, null, null);

    /// <summary>Gets the literal text; <see langword="null"/> when there is none.</summary>
    public string? Text { get; }

    /// <summary>Gets the path, the intrinsic function call or the JSONata expression (<c>{% … %}</c>) as written; <see langword="null"/> when
    /// there is none.</summary>
    public string? Expression => _path?.Text ?? _call?.Text ?? _jsonata?.Text;

    /// <summary>Gets whether <see cref="Expression"/> is one of JSONata, which stands in the field itself and not in the one with <c>Path</c>
    /// behind its name.</summary>
    public bool IsJsonata => _jsonata is not null;

    internal static TextField Literal(string fieldName, string text) => new(fieldName, text, null, null);

    internal static TextField At(string fieldName, JsonPath path) => new(fieldName, null, path, null);

    internal static TextField Computed(string fieldName, JsonataField expression) => new(fieldName, null, null, null, expression);

    internal static TextField Computed(string fieldName, IntrinsicCall call) => new(fieldName, null, null, call);

    internal bool TryEvaluate(EvaluationScope scope, out string? text, [NotNullWhen(false)] out StateError? error)
    {
        text = Text;
        error = null;
        JsonValue value;
        if (_jsonata is not null)
        {
            bool isText = _jsonata.TryEvaluate(scope, "string", static found => found.IsString, out value, out error);
            text = isText ? value.GetString() : null;
            return isText;
        }

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
