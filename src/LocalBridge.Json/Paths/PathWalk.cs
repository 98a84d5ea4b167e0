using System.Globalization;
using System.Text;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths;

/// <summary>Holds one evaluation of a path: the results so far, the place, and why it failed.</summary>
internal sealed class PathWalk(JsonValue root)
{
    /// <summary>How many values one evaluation may visit: repeated scans multiply, so a small path can ask for centuries of work.</summary>
    internal const int LargestEffort = 10_000_000;

    private readonly JsonArrayBuilder _results = new();

    // The names and indexes from the root to the current value; the name is null for an index.
    private (string? Name, int Index)[] _place = new (string?, int)[8];
    private int _depth;

    // Inside of how many array wildcards the walk is: there "not found" is forgotten at once, so no message is made.
    private int _optional;
    private int _effort;
    private bool _isNotFound;
    private JsonPathError? _error;

    /// <summary>Gets the value that <c>$</c> names in filters.</summary>
    internal JsonValue Root { get; } = root;

    internal bool HasFailed => _isNotFound || _error is not null;

    internal JsonPathError Error => _error!;

    /// <summary>Gets the place of the current value as the service's messages show it.</summary>
    internal string Location
    {
        get
        {
            var text = new StringBuilder("$");
            foreach ((string? name, int index) in _place.AsSpan(0, _depth))
            {
                _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append("['").Append(name).Append("']");
            }

            return text.ToString();
        }
    }

    internal void Enter(string name) => Push((name, 0));

    internal void Enter(int index) => Push((null, index));

    internal void Leave() => _depth--;

    internal void BeginOptional() => _optional++;

    internal void EndOptional() => _optional--;

    /// <summary>Takes a value as a result.</summary>
    internal bool Add(JsonValue value)
    {
        _results.Add(value);
        return Spend();
    }

    /// <summary>Counts one visit.</summary>
    internal bool Spend() => ++_effort <= LargestEffort
        || Fail(JsonPathErrorKind.Invalid, $"The path visits more than {LargestEffort} values. Use fewer '..' and '*' steps.", 0);

    internal JsonArray BuildResults() => _results.Build();

    /// <summary>Forgets that something was not found.</summary>
    /// <returns><see langword="false"/> where the failure is another one.</returns>
    internal bool TryForgetNotFound()
    {
        if (!_isNotFound)
        {
            return false;
        }

        _isNotFound = false;
        _error = null;
        return true;
    }

    /// <summary>Fails with a message that names the step and the place before it.</summary>
    internal bool NotFound(PathStep step, string beforeStep, string beforePlace) =>
        _optional > 0 ? NotFoundSilently() : NotFound(step, $"{beforeStep}{step.Text}{beforePlace}{Location}");

    /// <summary>Fails with a message that names the place the step leads to.</summary>
    internal bool NotFoundBelow(PathStep step, string beforePlace) =>
        _optional > 0 ? NotFoundSilently() : NotFound(step, $"{beforePlace}{Location}{step.Text}");

    /// <summary>Fails with a message that names the current place.</summary>
    internal bool NotFoundHere(PathStep step, string beforePlace, string afterPlace) =>
        _optional > 0 ? NotFoundSilently() : NotFound(step, $"{beforePlace}{Location}{afterPlace}");

    internal bool Invalid(PathStep step, string message) => Fail(JsonPathErrorKind.Invalid, message, step.Position);

    internal bool Fail(JsonPathErrorKind kind, string message, int position)
    {
        _isNotFound = kind == JsonPathErrorKind.NotFound;
        _error = new JsonPathError(kind, message, position);
        return false;
    }

    internal void Fail(JsonPathError error) => _error = error;

    private bool NotFound(PathStep step, string message) => Fail(JsonPathErrorKind.NotFound, message, step.Position);

    private bool NotFoundSilently()
    {
        _isNotFound = true;
        return false;
    }

    private void Push((string? Name, int Index) segment)
    {
        if (_depth == _place.Length)
        {
            Array.Resize(ref _place, _depth * 2);
        }

        _place[_depth++] = segment;
    }
}
