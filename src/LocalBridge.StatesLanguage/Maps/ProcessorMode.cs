namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names where the iterations of a Map state run (<c>ProcessorConfig.Mode</c>).</summary>
public enum ProcessorMode
{
    /// <summary>Within the execution of the Map state.</summary>
    Inline,

    /// <summary>Each as an execution of its own, in a Map Run.</summary>
    Distributed,
}
