using LocalBridge.Json;

namespace LocalBridge.Events;

/// <summary>An envelope in JSON: the bytes, where the detail lies in them, and the tree once somebody wanted it.</summary>
internal sealed class SerializedEnvelope(byte[] bytes, int detailLength)
{
    private JsonObject? _tree;

    internal ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The detail is the last member: what follows it is the closing brace.</summary>
    internal ReadOnlyMemory<byte> Detail => bytes.AsMemory(bytes.Length - 1 - detailLength, detailLength);

    internal JsonValue ToJsonValue()
    {
        if (Volatile.Read(ref _tree) is { } tree)
            return tree;
        tree = JsonValue.Parse(bytes).AsObject();
        return Interlocked.CompareExchange(ref _tree, tree, null) ?? tree;
    }
}
