using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a field that is a number of seconds, or the path or JSONata expression of one: <c>TimeoutSeconds</c>/<c>TimeoutSecondsPath</c>,
/// <c>HeartbeatSeconds</c>/<c>HeartbeatSecondsPath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class SecondsField
{
    private readonly string _fieldName;
    private readonly JsonataField? _expression;

    private SecondsField(string fieldName, long? seconds, JsonPath? path, JsonataField? expression = null)
    {
        _fieldName = fieldName;
        _expression = expression;
        Seconds = seconds;
        Path = path;
    }

    /// <summary>Gets the field that is not there: no bound.</summary>
    public static SecondsField None { get; } = new(string.Empty, null, null);

    /// <summary>Gets the literal seconds; <see langword="null"/> when there are none.</summary>
    public long? Seconds { get; }

    /// <summary>Gets the path of the seconds; <see langword="null"/> when there is none.</summary>
    public JsonPath? Path { get; }

    /// <summary>Gets the JSONata expression as written, <c>{% … %}</c>; <see langword="null"/> when there is none.</summary>
    public string? Expression => _expression?.Text;

    internal static SecondsField Computed(string fieldName, JsonataField expression) => new(fieldName, null, null, expression);

    internal static SecondsField Literal(string fieldName, long seconds) => new(fieldName, seconds, null);

    internal static SecondsField At(string fieldName, JsonPath path) => new(fieldName, null, path);

    internal bool TryEvaluate(EvaluationScope scope, out long? seconds, [NotNullWhen(false)] out StateError? error)
    {
        seconds = Seconds;
        error = null;
        if (_expression is not null)
        {
            return TryCompute(scope, _expression, out seconds, out error);
        }

        if (Path is null)
        {
            return true;
        }

        if (!scope.TryResolve(Path, out JsonValue value, out JsonPathError? pathError))
        {
            error = StateError.Runtime($"Invalid path '{Path.Text}' : {pathError.Message}");
            return false;
        }

        if (!value.TryGetInt64(out long found) || found <= 0)
        {
            error = StateError.Runtime($"The {_fieldName} parameter does not reference a positive integer: {Path.Text} == {value.ToJson()}");
            return false;
        }

        seconds = found;
        return true;
    }

    private bool TryCompute(EvaluationScope scope, JsonataField expression, out long? seconds, [NotNullWhen(false)] out StateError? error)
    {
        seconds = null;
        if (!expression.TryEvaluate(scope, "number", static value => value.IsNumber, out JsonValue value, out error))
        {
            return false;
        }

        if (!value.TryGetInt64(out long found) || found <= 0)
        {
            error = StateError.Evaluation($"The {_fieldName} field must be a positive integer but was: {value.ToJson()}", expression.Location);
            return false;
        }

        seconds = found;
        return true;
    }
}
