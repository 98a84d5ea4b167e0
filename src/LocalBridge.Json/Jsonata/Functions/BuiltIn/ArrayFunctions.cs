using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions of arrays that call no other function.</summary>
internal static class ArrayFunctions
{
    // Up to here looking for an equal value among all is cheaper than hashing.
    private const int LargestLinear = 8;

    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Function("append", "<xx:a>", 2, (evaluation, arguments) => Append(evaluation, arguments[0], arguments[1])),
        Define.Strict("reverse", "<a:a>", 1, (_, arguments) => Reverse(arguments[0])),
        Define.Strict("shuffle", "<a:a>", 1, (evaluation, arguments) => Shuffle(evaluation, arguments[0])),
        Define.Strict("distinct", "<x:x>", 1, (_, arguments) => Distinct(arguments[0])),
        Define.Function("zip", "<a+>", 0, (evaluation, arguments) => Zip(evaluation, arguments)),
    ];

    internal static JsonValue Append(Evaluation evaluation, JsonValue first, JsonValue second)
    {
        if (first.IsUndefined || second.IsUndefined)
        {
            return first.IsUndefined ? second : first;
        }

        ReadOnlySpan<JsonValue> left = first.Reference is JsonArray leftArray ? leftArray.AsSpan() : [first];
        ReadOnlySpan<JsonValue> right = second.Reference is JsonArray rightArray ? rightArray.AsSpan() : [second];
        evaluation.CheckLength(left.Length + (long)right.Length);
        evaluation.Note(first.IsArray ? default : first);
        evaluation.Note(second.IsArray ? default : second);
        var items = new JsonValue[left.Length + right.Length];
        left.CopyTo(items);
        right.CopyTo(items.AsSpan(left.Length));
        return JsonArray.FromStorage(items, items.Length);
    }

    private static JsonValue Reverse(JsonValue value)
    {
        JsonArray array = value.AsArray();
        if (array.Count <= 1)
        {
            return value;
        }

        JsonValue[] items = array.AsSpan().ToArray();
        Array.Reverse(items);
        return JsonArray.FromStorage(items, items.Length);
    }

    private static JsonValue Shuffle(Evaluation evaluation, JsonValue value)
    {
        JsonArray array = value.AsArray();
        if (array.Count <= 1)
        {
            return value;
        }

        // Fisher and Yates, from the inside out.
        var items = new JsonValue[array.Count];
        for (int i = 0; i < items.Length; i++)
        {
            int at = (int)(evaluation.Random.NextDouble() * (i + 1));
            items[i] = items[at];
            items[at] = array[i];
        }

        return JsonArray.FromStorage(items, items.Length);
    }

    private static JsonValue Distinct(JsonValue value)
    {
        if (value.Reference is not JsonArray array || array.Count <= 1)
        {
            return value;
        }

        var distinct = new List<JsonValue>();
        HashSet<JsonValue>? seen = array.Count > LargestLinear ? new HashSet<JsonValue>(ContentComparer.Instance) : null;
        foreach (JsonValue item in array.AsSpan())
        {
            if (seen is null ? !distinct.Exists(other => Equality.Equal(item, other)) : seen.Add(item))
            {
                distinct.Add(item);
            }
        }

        JsonArray result = JsonArray.FromStorage([.. distinct], distinct.Count);
        return Sequence.IsSequence(value) ? Sequence.Of(result) : result;
    }

    private static JsonValue Zip(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        int length = int.MaxValue;
        foreach (JsonValue argument in arguments)
        {
            length = Math.Min(length, argument.Count);
        }

        evaluation.CheckLength(length * (long)arguments.Length);
        var rows = new JsonValue[length];
        for (int i = 0; i < length; i++)
        {
            var row = new JsonValue[arguments.Length];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = arguments[column][i];
                evaluation.Note(row[column]);
            }

            rows[i] = JsonArray.FromStorage(row, row.Length);
        }

        return JsonArray.FromStorage(rows, length);
    }
}
