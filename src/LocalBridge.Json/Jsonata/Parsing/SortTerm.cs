namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Holds one term of an order-by clause.</summary>
internal sealed record SortTerm(SyntaxNode Expression, bool IsDescending);
