namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Names what brings variables into being.</summary>
internal enum ScopeKind
{
    /// <summary>The whole expression.</summary>
    Root,

    /// <summary>A function: its parameters and what its body binds.</summary>
    Function,

    /// <summary>A block, or a function that is called in place.</summary>
    Block,

    /// <summary>A path whose steps bind variables.</summary>
    Path,
}
