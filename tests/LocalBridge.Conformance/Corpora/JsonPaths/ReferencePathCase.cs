namespace LocalBridge.Conformance.Corpora.JsonPaths;

/// <summary>Represents a text and whether it is a Path and a Reference Path by the States Language.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Path">The text.</param>
/// <param name="IsPath">Whether it is a Path.</param>
/// <param name="IsReferencePath">Whether it is a Reference Path.</param>
internal sealed record ReferencePathCase(string Id, string Path, bool IsPath, bool IsReferencePath) : ConformanceCase(Id);
