using System.Text.Json;

namespace LocalBridge.Json;

/// <summary>Compares and hashes arrays and objects without recursion of unbounded depth.</summary>
internal static class DeepComparer
{
    /// <summary>How many levels below a value take part in its hash code: deeper values may only differ in their equality.</summary>
    internal const int HashedLevels = 3;

    // How deep comparing may call itself before it goes on with a stack on the heap.
    private const int LargestRecursion = 64;

    internal static bool Equal(JsonValue left, JsonValue right) => EqualContainers(left, right, 0, null);

    internal static int Hash(JsonValue value, int levels)
    {
        switch (value.Kind)
        {
            case JsonValueKind.String:
                return value.GetString().GetHashCode(StringComparison.Ordinal);
            case JsonValueKind.Number:
                // Adding zero makes negative zero positive: they are equal.
                return (value.GetDouble() + 0.0).GetHashCode();
            case JsonValueKind.Array:
                var elements = default(HashCode);
                elements.Add(value.Count);
                if (levels > 0)
                {
                    foreach (JsonValue element in value.AsArray().AsSpan())
                    {
                        elements.Add(Hash(element, levels - 1));
                    }
                }

                return elements.ToHashCode();
            case JsonValueKind.Object:
                // Sums do not depend on the order of the members.
                int sum = value.Count + 1;
                foreach ((string name, JsonValue member) in value.AsObject())
                {
                    int nameHash = name.GetHashCode(StringComparison.Ordinal);
                    sum = unchecked(sum + (levels > 0 ? HashCode.Combine(nameHash, Hash(member, levels - 1)) : nameHash));
                }

                return sum;
            default:
                return (int)value.Kind;
        }
    }

    private static bool EqualContainers(JsonValue left, JsonValue right, int depth, Stack<(JsonValue Left, JsonValue Right)>? later)
    {
        if (depth == LargestRecursion)
        {
            if (later is not null)
            {
                later.Push((left, right));
                return true;
            }

            later = new Stack<(JsonValue Left, JsonValue Right)>();
            later.Push((left, right));
            while (later.TryPop(out (JsonValue Left, JsonValue Right) pair))
            {
                if (!EqualContainers(pair.Left, pair.Right, 0, later))
                {
                    return false;
                }
            }

            return true;
        }

        if (left.TryGetArray(out JsonArray? leftArray))
        {
            return right.TryGetArray(out JsonArray? rightArray) && EqualArrays(leftArray, rightArray, depth, later);
        }

        return right.TryGetObject(out JsonObject? rightObject) && EqualObjects(left.AsObject(), rightObject, depth, later);
    }

    private static bool EqualArrays(JsonArray left, JsonArray right, int depth, Stack<(JsonValue Left, JsonValue Right)>? later)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        ReadOnlySpan<JsonValue> leftItems = left.AsSpan();
        ReadOnlySpan<JsonValue> rightItems = right.AsSpan();
        for (int i = 0; i < leftItems.Length; i++)
        {
            if (!EqualBelow(leftItems[i], rightItems[i], depth, later))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EqualObjects(JsonObject left, JsonObject right, int depth, Stack<(JsonValue Left, JsonValue Right)>? later)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        bool sameShape = ReferenceEquals(left.Shape, right.Shape);
        ReadOnlySpan<string> names = left.Names;
        ReadOnlySpan<JsonValue> leftValues = left.Values;
        ReadOnlySpan<JsonValue> rightValues = right.Values;
        for (int i = 0; i < names.Length; i++)
        {
            int at = sameShape ? i : right.Shape.IndexOf(names[i]);
            if (at < 0 || !EqualBelow(leftValues[i], rightValues[at], depth, later))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EqualBelow(JsonValue left, JsonValue right, int depth, Stack<(JsonValue Left, JsonValue Right)>? later)
    {
        if (left.Reference is not (JsonArray or JsonObject) || right.Reference is not (JsonArray or JsonObject))
        {
            return left.Equals(right);
        }

        return ReferenceEquals(left.Reference, right.Reference) || EqualContainers(left, right, depth + 1, later);
    }
}
