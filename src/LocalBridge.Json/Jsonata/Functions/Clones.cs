using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>
/// Makes what writing a value as JSON and reading it again makes: numbers have 15 digits, functions are empty strings. What does not change is shared.
/// </summary>
internal static class Clones
{
    internal static JsonValue Of(JsonValue value)
    {
        switch (value.Reference)
        {
            case JsonArray array:
                return OfArray(array);
            case JsonObject members:
                return OfObject(members);
            case FunctionValue:
                return JsonValue.EmptyString;
            default:
                return value.IsNumber ? OfNumber(value) : value;
        }
    }

    private static JsonValue OfNumber(JsonValue value)
    {
        if (value.IsInt64(out _))
        {
            return value;
        }

        double number = value.GetDouble();
        double rounded = Values.Number.Check(value) ? EcmaNumber.RoundToFifteenDigits(number) : number;
        return rounded == number ? value : JsonValue.FromFiniteDouble(rounded);
    }

    private static JsonValue OfArray(JsonArray array)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        JsonValue[]? changed = null;
        for (int i = 0; i < array.Count; i++)
        {
            JsonValue clone = Of(array[i]);
            if (changed is null && !IsSame(clone, array[i]))
            {
                changed = array.AsSpan().ToArray();
            }

            if (changed is not null)
            {
                changed[i] = clone;
            }
        }

        return changed is null ? array : JsonArray.FromStorage(changed, changed.Length);
    }

    private static JsonValue OfObject(JsonObject members)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        JsonValue[]? changed = null;
        ReadOnlySpan<JsonValue> values = members.Values;
        for (int i = 0; i < values.Length; i++)
        {
            JsonValue clone = Of(values[i]);
            if (changed is null && !IsSame(clone, values[i]))
            {
                changed = values.ToArray();
            }

            if (changed is not null)
            {
                changed[i] = clone;
            }
        }

        return changed is null ? members : new JsonObject(members.Shape, changed);
    }

    private static bool IsSame(JsonValue left, JsonValue right) => ReferenceEquals(left.Reference, right.Reference) && left.Bits == right.Bits;
}
