using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Refining;

/// <summary>Holds what follows a step: a predicate, or a variable that takes the position.</summary>
/// <param name="Predicate">The predicate, or <see langword="null"/>.</param>
/// <param name="Index">The variable, or <see langword="null"/>.</param>
internal sealed record Stage(SyntaxNode? Predicate, string? Index);
