namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names the shapes of a Map Run's results (<c>WriterConfig.Transformation</c>).</summary>
public enum ResultTransformation
{
    /// <summary>Each child execution's output together with what is known about the execution.</summary>
    None,

    /// <summary>Each child execution's output.</summary>
    Compact,

    /// <summary>Each child execution's output; the elements of those that are arrays.</summary>
    Flatten,
}
