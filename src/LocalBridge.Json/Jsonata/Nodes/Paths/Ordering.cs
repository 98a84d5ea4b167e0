using System.Buffers;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Orders values by the terms of an order-by clause.</summary>
/// <remarks>Each key is evaluated once. The values are compared in the order the reference implementation compares them, so a failure names the same pair.</remarks>
internal sealed class Ordering(OrderTerm[] terms, int position)
{
    internal JsonValue Sort(Evaluation evaluation, JsonValue list)
    {
        if (list.Reference is not JsonArray array || array.Count <= 1)
        {
            return list;
        }

        int count = array.Count;
        JsonValue[] keys = ArrayPool<JsonValue>.Shared.Rent(count * terms.Length);
        int[] order = ArrayPool<int>.Shared.Rent(count);
        try
        {
            Array.Fill(keys, Unbound.Value, 0, count * terms.Length);
            Sort(new Keys(this, evaluation, array, null, keys), order, count);
            var sorted = new JsonValue[count];
            for (int i = 0; i < count; i++)
            {
                sorted[i] = array[order[i]];
            }

            return JsonArray.FromStorage(sorted, count);
        }
        finally
        {
            ArrayPool<JsonValue>.Shared.Return(keys, clearArray: true);
            ArrayPool<int>.Shared.Return(order);
        }
    }

    internal TupleStream Sort(Evaluation evaluation, TupleStream stream)
    {
        int count = stream.Tuples.Count;
        if (count <= 1)
        {
            return stream;
        }

        var keys = new JsonValue[count * terms.Length];
        Array.Fill(keys, Unbound.Value);
        var order = new int[count];
        Sort(new Keys(this, evaluation, null, stream, keys), order, count);
        var sorted = new TupleStream(stream.Scope);
        foreach (int index in order)
        {
            sorted.Tuples.Add(stream.Tuples[index]);
        }

        return sorted;
    }

    private static void Sort(Keys keys, int[] order, int count)
    {
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        int[] buffer = ArrayPool<int>.Shared.Rent(count);
        MergeSort.Sort(order.AsSpan(0, count), buffer, ref keys);
        ArrayPool<int>.Shared.Return(buffer);
    }

    private JsonValue Evaluate(Evaluation evaluation, JsonArray? array, TupleStream? stream, int item, int term)
    {
        if (array is not null)
        {
            return terms[term].Key.Evaluate(evaluation, array[item]);
        }

        Frame? around = stream!.Enter(evaluation, item);
        JsonValue key = terms[term].Key.Evaluate(evaluation, stream.Tuples[item].At);
        evaluation.Frame = around;
        return key;
    }

    private struct Keys(Ordering ordering, Evaluation evaluation, JsonArray? array, TupleStream? stream, JsonValue[] keys) : ISwapRule
    {
        public readonly bool ComesAfter(int left, int right)
        {
            evaluation.Tick();
            OrderTerm[] terms = ordering.Terms;
            for (int term = 0; term < terms.Length; term++)
            {
                JsonValue leftKey = KeyOf(left, term);
                JsonValue rightKey = KeyOf(right, term);
                int order = leftKey.TryGetNumber(out double a) && rightKey.TryGetNumber(out double b)
                    ? (a == b ? 0 : a < b ? -1 : 1)
                    : ordering.Compare(leftKey, rightKey);
                if (order != 0)
                {
                    // What is not there comes last, whatever the direction.
                    bool isMissing = leftKey.IsUndefined || rightKey.IsUndefined;
                    return (terms[term].IsDescending && !isMissing ? -order : order) > 0;
                }
            }

            return false;
        }

        private readonly JsonValue KeyOf(int item, int term)
        {
            ref JsonValue key = ref keys[(item * ordering.Terms.Length) + term];
            if (ReferenceEquals(key.Reference, Unbound.Instance))
            {
                key = ordering.Evaluate(evaluation, array, stream, item, term);
            }

            return key;
        }
    }

    private OrderTerm[] Terms => terms;

    private int Compare(JsonValue left, JsonValue right)
    {
        if (left.IsUndefined || right.IsUndefined)
        {
            return left.IsUndefined ? (right.IsUndefined ? 0 : 1) : -1;
        }

        bool leftIsText = left.IsString;
        bool rightIsText = right.IsString;
        if ((!leftIsText && !left.IsNumber) || (!rightIsText && !right.IsNumber))
        {
            throw new JsonataException("T2008", position, null, leftIsText || left.IsNumber ? right : left);
        }

        return leftIsText == rightIsText
            ? string.CompareOrdinal(left.GetString(), right.GetString())
            : throw new JsonataException("T2007", position, null, left) { SecondValue = right };
    }
}
