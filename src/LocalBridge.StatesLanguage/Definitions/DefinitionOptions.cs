namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents what a definition is read for.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record DefinitionOptions
{
    /// <summary>Gets the options for a Standard state machine.</summary>
    public static DefinitionOptions Default { get; } = new();

    /// <summary>Gets whether the definition is that of an Express state machine, which may call no activity, wait for no job and no callback.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsExpress { get; init; }
}
