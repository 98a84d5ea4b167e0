using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Represents a <c>ResultPath</c> field: where a result goes in the state's input.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ResultPath
{
    private readonly ReferencePath? _path;

    private ResultPath(ReferencePath? path, bool discards)
    {
        _path = path;
        Discards = discards;
    }

    /// <summary>Gets the default, <c>$</c>: the result takes the place of the input.</summary>
    public static ResultPath Replace { get; } = new(null, discards: false);

    /// <summary>Gets the path of a <see langword="null"/> field: the result is thrown away and the input passed on.</summary>
    public static ResultPath Discard { get; } = new(null, discards: true);

    /// <summary>Gets whether the result is thrown away.</summary>
    public bool Discards { get; }

    /// <summary>Gets the text of the path; <see langword="null"/> when the result is thrown away.</summary>
    public string? Text => Discards ? null : _path?.Text ?? "$";

    internal static ResultPath Into(ReferencePath path) => path.Text == "$" ? Replace : new ResultPath(path, discards: false);

    internal bool TryApply(JsonValue input, JsonValue result, out JsonValue output, [NotNullWhen(false)] out StateError? error)
    {
        error = null;
        if (_path is null)
        {
            output = Discards ? input : result;
            return true;
        }

        if (_path.TrySet(input, result, out output, out _))
        {
            return true;
        }

        error = new StateError(ErrorNames.ResultPathMatchFailure, $"Unable to apply step \"{_path.Text}\" to input {input.ToJson()}") { NeedsPlace = true };
        return false;
    }
}
