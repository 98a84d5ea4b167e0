namespace LocalBridge.Json.Jsonata.Inspecting;

/// <summary>Names what an expression can read from outside.</summary>
public enum JsonataReferenceKind
{
    /// <summary>A variable that the expression does not bind itself: <c>$name</c>.</summary>
    Variable,

    /// <summary>The input, where it is the context: a field name, <c>$</c> or a wildcard at the top level.</summary>
    Input,

    /// <summary>The input, from anywhere: <c>$$</c>.</summary>
    Root,
}
