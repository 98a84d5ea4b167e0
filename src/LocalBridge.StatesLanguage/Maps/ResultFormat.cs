namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names how the files of a Map Run's results are written (<c>WriterConfig.OutputType</c>).</summary>
public enum ResultFormat
{
    /// <summary>As a JSON array.</summary>
    Json,

    /// <summary>As lines, each a JSON value.</summary>
    JsonLines,
}
