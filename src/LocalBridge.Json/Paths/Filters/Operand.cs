using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents one side of a comparison: a path, or a text that becomes what it is compared with.</summary>
internal readonly struct Operand
{
    private readonly FilterPath? _path;
    private readonly JsonValue _text;

    internal Operand(FilterPath path) => _path = path;

    internal Operand(string text) => _text = text;

    /// <summary>Gets the text; undefined where this is a path.</summary>
    internal JsonValue Text => _text;

    internal StepOutcome Select(PathWalk walk, JsonValue item, out JsonValue value)
    {
        if (_path is not null)
        {
            return _path.Select(walk, item, out value);
        }

        value = _text;
        return StepOutcome.Found;
    }
}
