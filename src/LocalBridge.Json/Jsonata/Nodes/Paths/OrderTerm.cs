namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Holds one term of an order-by clause.</summary>
internal sealed record OrderTerm(Node Key, bool IsDescending);
