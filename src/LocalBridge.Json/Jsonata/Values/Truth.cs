using System.Runtime.CompilerServices;
using System.Text.Json;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Values;

/// <summary>Tells what counts as true.</summary>
internal static class Truth
{
    internal static bool Of(JsonValue value) => value.Reference switch
    {
        null => value.Bits == (long)JsonValueKind.True,
        string text => text.Length > 0,
        JsonNumber => Number.Check(value) && value.GetDouble() != 0,
        JsonArray array => OfArray(array),
        JsonObject members => members.Count > 0,
        _ => false,
    };

    // An array counts as its only element, and else as whether any element does.
    private static bool OfArray(JsonArray array)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (JsonValue item in array.AsSpan())
        {
            if (Of(item))
            {
                return true;
            }
        }

        return false;
    }
}
