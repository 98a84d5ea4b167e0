using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents how many iterations of a Map state may run at the same time: <c>MaxConcurrency</c>, a number or a JSONata expression, or
/// <c>MaxConcurrencyPath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class MaxConcurrency
{
    private readonly JsonataField? _expression;

    private MaxConcurrency(int limit, JsonPath? path, JsonataField? expression = null)
    {
        Limit = limit;
        Path = path;
        _expression = expression;
    }

    /// <summary>Gets the default: as many as the service allows.</summary>
    public static MaxConcurrency Unbounded { get; } = new(0, null);

    /// <summary>Gets the literal number; 0 means as many as the service allows.</summary>
    public int Limit { get; }

    /// <summary>Gets the path of the number; <see langword="null"/> when there is none.</summary>
    public JsonPath? Path { get; }

    /// <summary>Gets the JSONata expression as written, <c>{% … %}</c>; <see langword="null"/> when there is none.</summary>
    public string? Expression => _expression?.Text;

    internal static MaxConcurrency Computed(JsonataField expression) => new(0, null, expression);

    internal static MaxConcurrency Of(int limit) => limit == 0 ? Unbounded : new MaxConcurrency(limit, null);

    internal static MaxConcurrency At(JsonPath path) => new(0, path);

    internal bool TryEvaluate(EvaluationScope scope, out int limit, [NotNullWhen(false)] out StateError? error)
    {
        limit = Limit;
        error = null;
        if (_expression is not null)
        {
            return TryCompute(scope, _expression, out limit, out error);
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

        if (!value.TryGetInt64(out long found))
        {
            string shown = value.IsString ? value.GetString() : value.ToJson();
            error = StateError.Runtime($"The MaxConcurrencyPath field refers to value \"{shown}\" which is not a valid integer: {Path.Text}");
            return false;
        }

        if (found < 0)
        {
            error = StateError.Runtime($"The MaxConcurrencyPath field refers to a negative value: {Path.Text} == {found}");
            return false;
        }

        limit = (int)Math.Min(found, int.MaxValue);
        return true;
    }

    private static bool TryCompute(EvaluationScope scope, JsonataField expression, out int limit, [NotNullWhen(false)] out StateError? error)
    {
        limit = 0;
        if (!expression.TryEvaluate(scope, "number", static value => value.IsNumber, out JsonValue value, out error))
        {
            return false;
        }

        if (!value.TryGetInt64(out long found) || found < 0)
        {
            error = StateError.Evaluation($"The MaxConcurrency field must be a non-negative integer but was: {value.ToJson()}", expression.Location);
            return false;
        }

        limit = (int)Math.Min(found, int.MaxValue);
        return true;
    }
}
