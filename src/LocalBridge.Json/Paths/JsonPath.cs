using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json.Paths.Reading;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths;

/// <summary>Represents a compiled path of the JSONPath dialect that AWS Step Functions speaks (Jayway JsonPath 2.0, not RFC 9535).</summary>
/// <remarks>This type is immutable and safe to use from many threads at once; compile a path once and keep it.</remarks>
/// <example>
/// <code>
/// JsonPath path = JsonPath.Parse("$.lines[?(@.qty > 2)].sku");
/// JsonValue skus = path.Evaluate(JsonValue.Parse("""{ "lines": [ { "sku": "A", "qty": 3 } ] }"""));
/// </code>
/// </example>
[DebuggerDisplay("{Text,nq}")]
public sealed class JsonPath
{
    private readonly PathStep[] _steps;

    private JsonPath(string text, JsonPathRoot root, string? variableName, List<PathStep> steps)
    {
        Text = text;
        Root = root;
        VariableName = variableName;
        _steps = [.. steps];
    }

    /// <summary>Gets the text the path was read from.</summary>
    public string Text { get; }

    /// <summary>Gets which value the path starts from.</summary>
    public JsonPathRoot Root { get; }

    /// <summary>Gets the name of the workflow variable the path starts from, without <c>$</c>.</summary>
    /// <value><see langword="null"/> where the path starts from the input or the context object.</value>
    public string? VariableName { get; }

    /// <summary>
    /// Gets a value indicating whether the path names one node at most, so that its result is that node's value. Otherwise the result
    /// is an array of all matches, also where there is one match or none.
    /// </summary>
    public bool IsDefinite => _steps.Length == 0 || _steps[0].IsDefiniteToTheEnd;

    /// <summary>Gets a value indicating whether the path is a Reference Path: only names and indexes that are not negative.</summary>
    public bool IsReferencePath => Array.TrueForAll(_steps, step => step is PropertyStep or IndexStep { Index: >= 0 });

    internal ReadOnlySpan<PathStep> Steps => _steps;

    private PathStep? First => _steps.Length == 0 ? null : _steps[0];

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text; blanks round it are passed over.</param>
    /// <returns>The compiled path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonPathSyntaxException">The text is not a path; the exception names the place.</exception>
    public static JsonPath Parse(string text) =>
        TryParse(text, out JsonPath? path, out JsonPathError? error) ? path : throw new JsonPathSyntaxException(text, error);

    /// <summary>Reads a path, without an exception where the text is not one.</summary>
    /// <param name="text">The text; blanks round it are passed over.</param>
    /// <param name="path">The compiled path.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is a path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPath? path, [NotNullWhen(false)] out JsonPathError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        path = null;
        int start = text.Length - text.AsSpan().TrimStart(" \t\r\n").Length;
        int end = text.AsSpan().TrimEnd(" \t\r\n").Length;
        var reading = new PathText(text, start, end);
        if (!RootReader.TryRead(reading, out JsonPathRoot root, out string? variableName)
            || PathReader.Read(reading, isInFilter: false) is not { } steps)
        {
            error = reading.Error!;
            return false;
        }

        path = new JsonPath(text, root, variableName, steps);
        error = null;
        return true;
    }

    /// <summary>Evaluates the path.</summary>
    /// <param name="root">The value that the root of the path names: the input, the context object or the variable's value.</param>
    /// <returns>The value of the node, or for an indefinite path an array of all matches.</returns>
    /// <exception cref="JsonPathException">There is nothing, or a step cannot be applied.</exception>
    public JsonValue Evaluate(JsonValue root) =>
        TryEvaluate(root, out JsonValue result, out JsonPathError? error) ? result : throw new JsonPathException(Text, error);

    /// <summary>Evaluates the path, without an exception where there is nothing.</summary>
    /// <param name="root">The value that the root of the path names: the input, the context object or the variable's value.</param>
    /// <param name="result">The value of the node, or for an indefinite path an array of all matches.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where there is a result.</returns>
    public bool TryEvaluate(JsonValue root, out JsonValue result, [NotNullWhen(false)] out JsonPathError? error)
    {
        if (root.IsUndefined)
        {
            result = default;
            error = new JsonPathError(JsonPathErrorKind.NotFound, "The root of the path is undefined.", 0);
            return false;
        }

        if (IsDefinite && DefinitePath.Select(First, root, out result) == StepOutcome.Found)
        {
            error = null;
            return true;
        }

        // Here the path is indefinite, or it fails: the walk then finds the same fault and explains it.
        var walk = new PathWalk(root);
        bool succeeded = First!.Evaluate(walk, root);
        Debug.Assert(!succeeded || !IsDefinite, "A definite path that was not found is not found again.");
        result = succeeded ? walk.BuildResults() : default;
        error = succeeded ? null : walk.Error;
        return succeeded;
    }

    /// <summary>Returns the text of the path.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
