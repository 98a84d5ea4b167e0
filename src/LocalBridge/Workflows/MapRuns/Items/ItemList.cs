using LocalBridge.Json;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Collects the items that are read, up to the number that is wanted.</summary>
internal sealed class ItemList(long? maximum)
{
    private readonly List<JsonValue> _items = [];

    internal bool IsFull => _items.Count >= maximum;

    internal void Add(JsonValue item) => _items.Add(item);

    internal JsonValue[] ToArray() => [.. _items];
}
