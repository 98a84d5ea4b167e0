namespace LocalBridge.Json.Paths;

/// <summary>Specifies which value a path starts from.</summary>
public enum JsonPathRoot
{
    /// <summary>The input of the state: <c>$</c>.</summary>
    Input,

    /// <summary>The context object of the execution: <c>$$</c>.</summary>
    Context,

    /// <summary>A workflow variable: <c>$name</c>.</summary>
    Variable,
}
