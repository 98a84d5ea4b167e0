using System.Collections.Concurrent;
using LocalBridge.Json;

namespace LocalBridge.Conformance.Running.Jsonata;

/// <summary>Reads each data file that cases name once.</summary>
internal sealed class JsonataDatasets
{
    private readonly ConcurrentDictionary<string, JsonValue> _values = new(StringComparer.Ordinal);

    /// <summary>Returns the content of a file.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="name">The name without its ending.</param>
    public JsonValue Get(string folder, string name) =>
        _values.GetOrAdd(Path.Combine(folder, name + ".json"), static path => JsonValue.Parse(File.ReadAllBytes(path)));
}
