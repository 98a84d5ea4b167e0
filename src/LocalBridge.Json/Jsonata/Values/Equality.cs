using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Jsonata.Values;

/// <summary>Compares values by content, numbers as doubles.</summary>
internal static class Equality
{
    internal static bool Equal(JsonValue left, JsonValue right)
    {
        if (left.TryGetNumber(out double leftNumber))
        {
            return right.TryGetNumber(out double rightNumber) && leftNumber == rightNumber;
        }

        return left.Reference switch
        {
            null => right.Reference is null && left.Bits == right.Bits,
            string text => right.Reference is string other && string.Equals(text, other),
            JsonArray array => right.Reference is JsonArray other && (ReferenceEquals(array, other) || EqualArrays(array, other)),
            JsonObject members => right.Reference is JsonObject other && (ReferenceEquals(members, other) || EqualObjects(members, other)),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    /// <summary>Compares values like the operator <c>in</c>: arrays and objects only by what they are, not by content.</summary>
    internal static bool Identical(JsonValue left, JsonValue right) =>
        left.Reference is JsonArray or JsonObject ? ReferenceEquals(left.Reference, right.Reference) : Equal(left, right);

    private static bool EqualArrays(JsonArray left, JsonArray right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        ReadOnlySpan<JsonValue> rightItems = right.AsSpan();
        for (int i = 0; i < rightItems.Length; i++)
        {
            if (!Equal(left[i], rightItems[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EqualObjects(JsonObject left, JsonObject right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        int at = 0;
        foreach (string name in left.Names)
        {
            if (!right.TryGetValue(name, out JsonValue other) || !Equal(left.Values[at++], other))
            {
                return false;
            }
        }

        return true;
    }
}
