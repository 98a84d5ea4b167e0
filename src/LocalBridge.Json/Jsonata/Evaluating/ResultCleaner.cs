using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Evaluating;

/// <summary>Makes JSON of what an evaluation has left: takes off the marks of sequences, and functions out of arrays and objects.</summary>
internal static class ResultCleaner
{
    internal static JsonValue Clean(Evaluation evaluation, JsonValue result)
    {
        if (result.Reference is TupleStream stream)
        {
            result = Sequences.Sequence.Reduce(stream.Collect(evaluation));
        }

        if (result.Reference is JsonArray or JsonObject)
        {
            bool writesNonFinite = evaluation.HoldsNonFinite && evaluation.Expression.Options.IsStepFunctions;
            if (evaluation.HoldsFunctions || writesNonFinite)
            {
                return Rebuild(result, writesNonFinite);
            }

            if (evaluation.HoldsMarks)
            {
                Unmark(result);
            }

            return Unmarked(result);
        }

        return CleanScalar(evaluation, result);
    }

    private static JsonValue CleanScalar(Evaluation evaluation, JsonValue result)
    {
        if (result.Reference is FunctionValue)
        {
            throw Failures.FailureCodes.IsFunction();
        }

        return evaluation.HoldsNonFinite && evaluation.Expression.Options.IsStepFunctions ? TextOfNonFinite(result) : result;
    }

    private static JsonValue TextOfNonFinite(JsonValue value) => value.Reference is JsonNumber && !double.IsFinite(value.GetDouble())
        ? Arithmetic.EcmaNumber.ToText(value.GetDouble())
        : value;

    private static JsonValue Unmarked(JsonValue value) => value.Reference is JsonArray array ? array : value;

    // Only arrays and objects that this evaluation has made hold marks, so no one else looks at them yet.
    private static void Unmark(JsonValue value)
    {
        var pending = new Stack<JsonValue>();
        pending.Push(value);
        while (pending.TryPop(out JsonValue container))
        {
            Span<JsonValue> values = container.Reference is JsonArray array ? array.Storage : ((JsonObject)container.Reference!).Storage;
            foreach (ref JsonValue item in values)
            {
                if (item.Reference is JsonArray inner)
                {
                    if (item.Bits != 0)
                    {
                        item = inner;
                    }

                    pending.Push(item);
                }
                else if (item.Reference is JsonObject)
                {
                    pending.Push(item);
                }
            }
        }
    }

    private static JsonValue Rebuild(JsonValue value, bool writesNonFinite)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.Reference is JsonArray array)
        {
            var items = new JsonValue[array.Count];
            for (int i = 0; i < items.Length; i++)
            {
                // A function or nothing in an array is null, as JSON.stringify writes it.
                JsonValue item = Rebuild(array[i], writesNonFinite);
                items[i] = item.IsUndefined ? JsonValue.Null : item;
            }

            return JsonArray.FromStorage(items, items.Length);
        }

        if (value.Reference is JsonObject members)
        {
            var builder = new JsonObjectBuilder(members.Count);
            foreach ((string name, JsonValue member) in members)
            {
                JsonValue kept = Rebuild(member, writesNonFinite);
                if (!kept.IsUndefined)
                {
                    builder.SetItem(name, kept);
                }
            }

            return builder.Build();
        }

        return value.Reference is FunctionValue ? default : writesNonFinite ? TextOfNonFinite(value) : value;
    }
}
