using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Values;

/// <summary>Tells what ECMAScript takes for true: the comparison function of $sort is asked so. Every array and object is.</summary>
internal static class Truthy
{
    internal static bool Of(JsonValue value) => value.Reference switch
    {
        null => value.IsTrue,
        string text => text.Length > 0,
        JsonNumber => value.GetDouble() is not (0 or double.NaN),
        _ => true,
    };
}
