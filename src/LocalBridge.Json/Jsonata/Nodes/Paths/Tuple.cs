namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Holds a value of a path together with the variables that belong to it.</summary>
internal sealed class Tuple(JsonValue at, JsonValue[] variables)
{
    internal JsonValue At { get; set; } = at;

    /// <summary>Gets the variables, in the order of their scope.</summary>
    internal JsonValue[] Variables { get; } = variables;
}
