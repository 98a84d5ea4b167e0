namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Holds a key and a value of an object constructor or of a grouping.</summary>
internal sealed record NodePair(Node Key, Node Value);
