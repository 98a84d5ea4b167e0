using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.JsonPaths;

/// <summary>Represents a path that may start at the input, at the context object or at a workflow variable.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Path">The path.</param>
/// <param name="Expect"><c>result</c> or <c>error</c>.</param>
internal sealed record RootedPathCase(string Id, string Path, JsonElement Expect) : ConformanceCase(Id)
{
    /// <summary>Gets the JSON text of the input.</summary>
    public required string Input { get; init; }

    /// <summary>Gets the JSON text of the context object.</summary>
    public required string Context { get; init; }

    /// <summary>Gets the JSON texts of the variables by name.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }
}
