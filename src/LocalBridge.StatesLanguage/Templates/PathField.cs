using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents an <c>InputPath</c> or <c>OutputPath</c> field: which part of a value is passed on.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class PathField
{
    private readonly JsonPath? _path;

    private PathField(JsonPath? path, bool discards)
    {
        _path = path;
        Discards = discards;
    }

    /// <summary>Gets the default, <c>$</c>: everything is passed on.</summary>
    public static PathField Whole { get; } = new(null, discards: false);

    /// <summary>Gets the field of a <see langword="null"/> value: an empty object is passed on.</summary>
    public static PathField Nothing { get; } = new(null, discards: true);

    /// <summary>Gets whether an empty object is passed on.</summary>
    public bool Discards { get; }

    /// <summary>Gets the path; <see langword="null"/> when everything or nothing is passed on.</summary>
    public JsonPath? Path => _path;

    internal static PathField Of(JsonPath path) => path.Text == "$" ? Whole : new PathField(path, discards: false);

    internal bool TryEvaluate(EvaluationScope scope, out JsonValue value, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        if (_path is null)
        {
            value = Discards ? JsonValue.EmptyObject : scope.Input;
            return true;
        }

        if (scope.TryResolve(_path, out value, out JsonPathError? pathError))
        {
            return true;
        }

        error = StateError.Runtime($"Invalid path '{_path.Text}' : {pathError.Message}");
        return false;
    }
}
