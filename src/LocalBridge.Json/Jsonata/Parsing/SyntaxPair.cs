namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Holds a key and a value of an object constructor or of a grouping.</summary>
internal sealed record SyntaxPair(SyntaxNode Key, SyntaxNode Value);
