using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a field that is a number, or the path or JSONata expression of one, for example <c>MaxItems</c>/<c>MaxItemsPath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class NumberField
{
    private readonly bool _isInteger;
    private readonly JsonataField? _expression;

    private NumberField(string fieldName, bool isInteger, double? number, JsonPath? path, JsonataField? expression = null)
    {
        _expression = expression;
        _isInteger = isInteger;
        FieldName = fieldName;
        Number = number;
        Path = path;
    }

    /// <summary>Gets the name of the field for the number; that for the path ends in <c>Path</c>.</summary>
    public string FieldName { get; }

    /// <summary>Gets the literal number; <see langword="null"/> when there is none.</summary>
    public double? Number { get; }

    /// <summary>Gets the path of the number; <see langword="null"/> when there is none.</summary>
    public JsonPath? Path { get; }

    /// <summary>Gets the JSONata expression as written, <c>{% … %}</c>; <see langword="null"/> when there is none.</summary>
    public string? Expression => _expression?.Text;

    internal static NumberField Computed(string fieldName, bool isInteger, JsonataField expression) => new(fieldName, isInteger, null, null, expression);

    internal static NumberField Literal(string fieldName, bool isInteger, double number) => new(fieldName, isInteger, number, null);

    internal static NumberField At(string fieldName, bool isInteger, JsonPath path) => new(fieldName, isInteger, null, path);

    internal bool TryEvaluate(EvaluationScope scope, out double number, [NotNullWhen(false)] out StateError? error)
    {
        number = Number ?? 0;
        error = null;
        if (_expression is not null)
        {
            return TryCompute(scope, _expression, out number, out error);
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

        if (TryRead(value, out number))
        {
            return true;
        }

        string shown = value.IsString ? value.GetString() : value.ToJson();
        string type = _isInteger ? "integer" : "float";
        error = StateError.Runtime($"The {FieldName}Path field refers to value \"{shown}\" which is not a valid {type}: {Path.Text}");
        return false;
    }

    private bool TryCompute(EvaluationScope scope, JsonataField expression, out double number, [NotNullWhen(false)] out StateError? error)
    {
        number = 0;
        if (!expression.TryEvaluate(scope, "number", static value => value.IsNumber, out JsonValue value, out error))
        {
            return false;
        }

        if (TryRead(value, out number))
        {
            return true;
        }

        error = StateError.Evaluation($"The {FieldName} field must be an integer but was: {value.ToJson()}", expression.Location);
        return false;
    }

    /// <summary>Reads a number, or the text of one: the service takes both.</summary>
    private bool TryRead(JsonValue value, out double number)
    {
        number = 0;
        string? text = value.IsNumber ? value.GetNumberText() : value.IsString ? value.GetString() : null;
        return text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number)
            && (!_isInteger || double.IsInteger(number));
    }
}
