namespace LocalBridge.Json.Jsonata.Values;

/// <summary>Compares values by content, for sets.</summary>
internal sealed class ContentComparer : IEqualityComparer<JsonValue>
{
    internal static readonly ContentComparer Instance = new();

    public bool Equals(JsonValue x, JsonValue y) => Equality.Equal(x, y);

    public int GetHashCode(JsonValue obj) => obj.Reference is Functions.FunctionValue ? 0 : DeepComparer.Hash(obj, 1);
}
