using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths;

/// <summary>Represents a Reference Path of the States Language: a path of names and indexes, which can also be written to.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once; compile a path once and keep it.</remarks>
[DebuggerDisplay("{Text,nq}")]
public sealed class ReferencePath
{
    private ReferencePath(JsonPath path) => Path = path;

    /// <summary>Gets the path as one to read with.</summary>
    public JsonPath Path { get; }

    /// <summary>Gets the text the path was read from.</summary>
    public string Text => Path.Text;

    /// <summary>Gets which value the path starts from.</summary>
    public JsonPathRoot Root => Path.Root;

    /// <summary>Gets the name of the workflow variable the path starts from, without <c>$</c>.</summary>
    /// <value><see langword="null"/> where the path starts from the input or the context object.</value>
    public string? VariableName => Path.VariableName;

    /// <summary>Reads a Reference Path.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The compiled path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonPathSyntaxException">The text is not a Reference Path; the exception names the place.</exception>
    public static ReferencePath Parse(string text) =>
        TryParse(text, out ReferencePath? path, out JsonPathError? error) ? path : throw new JsonPathSyntaxException(text, error);

    /// <summary>Reads a Reference Path, without an exception where the text is not one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The compiled path.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is a Reference Path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ReferencePath? path,
        [NotNullWhen(false)] out JsonPathError? error)
    {
        path = null;
        if (!JsonPath.TryParse(text, out JsonPath? read, out error))
        {
            return false;
        }

        foreach (PathStep step in read.Steps)
        {
            if (step is not (PropertyStep or IndexStep { Index: >= 0 }))
            {
                error = new JsonPathError(
                    JsonPathErrorKind.Syntax,
                    $"'{step.Text}' is not allowed in a Reference Path, which names one node: expected names and indexes from 0 only.",
                    step.Position);
                return false;
            }
        }

        path = new ReferencePath(read);
        return true;
    }

    /// <summary>Reads the node the path names.</summary>
    /// <param name="root">The value that the root of the path names.</param>
    /// <param name="result">The value of the node.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the node is there.</returns>
    public bool TryGet(JsonValue root, out JsonValue result, [NotNullWhen(false)] out JsonPathError? error) =>
        Path.TryEvaluate(root, out result, out error);

    /// <summary>Writes a value to the node the path names, as ResultPath does: objects missing on the way are made.</summary>
    /// <param name="root">The value that the root of the path names; it does not change.</param>
    /// <param name="value">The value to write.</param>
    /// <param name="result">The changed value, which shares with <paramref name="root"/> what did not change.</param>
    /// <param name="error">The fault: a name on a value that is no object, or an index that is not there.</param>
    /// <returns><see langword="true"/> where the value has been written.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    public bool TrySet(JsonValue root, JsonValue value, out JsonValue result, [NotNullWhen(false)] out JsonPathError? error)
    {
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        return ReferencePathWriter.TrySet(Path.Steps, root, value, out result, out error);
    }

    /// <summary>Returns the text of the path.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
