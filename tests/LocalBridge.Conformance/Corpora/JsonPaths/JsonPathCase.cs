using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.JsonPaths;

/// <summary>Represents a path, data, and what comes out.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Path">The path.</param>
/// <param name="Expect"><c>result</c> or <c>error</c>.</param>
internal sealed record JsonPathCase(string Id, string Path, JsonElement Expect) : ConformanceCase(Id)
{
    /// <summary>Gets the JSON text of the data.</summary>
    public required string Data { get; init; }

    /// <summary>Gets whether the path can name one node only; <see langword="null"/> when it does not parse.</summary>
    public bool? IsDefinite { get; init; }

    /// <summary>Gets the oracle's message, where it gave one.</summary>
    public string? Message { get; init; }
}
