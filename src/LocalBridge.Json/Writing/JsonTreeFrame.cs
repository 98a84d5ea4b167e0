namespace LocalBridge.Json.Writing;

/// <summary>Holds how far a walk over the tree has come in one array or object.</summary>
internal struct JsonTreeFrame
{
    internal readonly JsonArray? Array;
    internal readonly JsonObject? Object;

    /// <summary>The element or member to visit next.</summary>
    internal int Next;

    /// <summary>What a walk adds up over the children visited.</summary>
    internal int Sum;

    internal JsonTreeFrame(JsonValue container)
    {
        Array = container.Reference as JsonArray;
        Object = container.Reference as JsonObject;
    }

    internal readonly bool IsAtEnd => Next == (Object?.Count ?? Array!.Count);

    internal readonly JsonValue Current => Object is { } members ? members.Values[Next] : Array![Next];
}
