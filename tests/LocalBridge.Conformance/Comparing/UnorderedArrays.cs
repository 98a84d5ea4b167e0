using System.Text.Json;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Compares arrays whose order does not matter (<c>unordered</c> in the JSONata corpus).</summary>
internal static class UnorderedArrays
{
    /// <summary>Returns whether both are arrays of equal items in any order; values of other kinds are compared as they are.</summary>
    public static bool AreEqual(JsonElement expected, JsonElement actual)
    {
        var comparer = new JsonComparer(ComparisonRules.Exact, new PlaceholderScope());
        if (expected.ValueKind != JsonValueKind.Array || actual.ValueKind != JsonValueKind.Array)
        {
            return comparer.AreEqual(expected, actual);
        }

        // Equality of values is transitive, so the first equal item that is left is as good as any other.
        List<JsonElement> left = [.. actual.EnumerateArray()];
        foreach (JsonElement item in expected.EnumerateArray())
        {
            int index = left.FindIndex(candidate => comparer.AreEqual(item, candidate));
            if (index < 0)
            {
                return false;
            }

            left.RemoveAt(index);
        }

        return left.Count == 0;
    }
}
