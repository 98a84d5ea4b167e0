namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Holds the variables of a scope that a function may outlive.</summary>
internal sealed class Frame(Frame? parent, int size)
{
    internal Frame? Parent { get; } = parent;

    internal JsonValue[] Slots { get; } = CreateSlots(size);

    private static JsonValue[] CreateSlots(int size)
    {
        var slots = new JsonValue[size];
        Array.Fill(slots, Unbound.Value);
        return slots;
    }
}
