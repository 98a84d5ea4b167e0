using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents how many iterations of a Map state may run at the same time: <c>MaxConcurrency</c> or <c>MaxConcurrencyPath</c>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class MaxConcurrency
{
    private MaxConcurrency(int limit, JsonPath? path)
    {
        Limit = limit;
        Path = path;
    }

    /// <summary>Gets the default: as many as the service allows.</summary>
    public static MaxConcurrency Unbounded { get; } = new(0, null);

    /// <summary>Gets the literal number; 0 means as many as the service allows.</summary>
    public int Limit { get; }

    /// <summary>Gets the path of the number; <see langword="null"/> when there is none.</summary>
    public JsonPath? Path { get; }

    internal static MaxConcurrency Of(int limit) => limit == 0 ? Unbounded : new MaxConcurrency(limit, null);

    internal static MaxConcurrency At(JsonPath path) => new(0, path);

    internal bool TryEvaluate(EvaluationScope scope, out int limit, [NotNullWhen(false)] out StateError? error)
    {
        limit = Limit;
        error = null;
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
}
