using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions that call functions.</summary>
internal static class HigherOrderFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        InPlace("map", "<af>", 2, 1, 0, Map),
        InPlace("filter", "<af>", 2, 1, 0, Filter),
        Define.Strict("single", "<af?>", 2, Single),
        InPlace("reduce", "<afj?:j>", 3, 1, 2, Reduce),
        Define.Function("sift", "<o-f?:o>", 2, Sift),
        Define.Function("each", "<o-f:a>", 2, Each),
        InPlace("sort", "<af?:a>", 2, 1, 2, Sort),
    ];

    private static NativeFunction InPlace(string name, string signature, int arity, int argument, int parameters, NativeBody body) =>
        new(name, Signatures.SignatureReader.Read(signature), arity, (evaluation, arguments) => arguments[0].IsUndefined ? default : body(evaluation, arguments))
        {
            InPlaceArgument = argument,
            InPlaceParameters = parameters,
        };

    private static FunctionValue Function(JsonValue value) => value.Reference as FunctionValue ?? throw new JsonataException("T1006");

    private static JsonValue Map(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue list = arguments[0];
        JsonArray items = list.AsArray();
        FunctionValue function = Function(arguments[1]);
        int mark = evaluation.Top;
        for (int i = 0; i < items.Count; i++)
        {
            JsonValue result = evaluation.Invoke(function, items[i], i, list);
            if (!result.IsUndefined)
            {
                evaluation.Push(result);
                evaluation.Note(result);
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static JsonValue Filter(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue list = arguments[0];
        JsonArray items = list.AsArray();
        FunctionValue function = Function(arguments[1]);
        int mark = evaluation.Top;
        for (int i = 0; i < items.Count; i++)
        {
            if (Truth.Of(evaluation.Invoke(function, items[i], i, list)))
            {
                evaluation.Push(items[i]);
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static JsonValue Single(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue list = arguments[0];
        JsonArray items = list.AsArray();
        JsonValue function = arguments[1];
        int found = -1;
        for (int i = 0; i < items.Count; i++)
        {
            if (!function.IsUndefined && !Truth.Of(evaluation.Invoke(Function(function), items[i], i, list)))
            {
                continue;
            }

            found = found < 0 ? i : throw new JsonataException("D3138") { Index = i };
        }

        return found < 0 ? throw new JsonataException("D3139") : items[found];
    }

    private static JsonValue Reduce(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue list = arguments[0];
        JsonArray items = list.AsArray();
        FunctionValue function = Function(arguments[1]);
        JsonValue result = arguments[2];
        int arity = function.Arity;
        if (arity < 2)
        {
            throw new JsonataException("D3050") { Index = 1 };
        }

        int first = 0;
        if (result.IsUndefined && items.Count > 0)
        {
            result = items[0];
            first = 1;
        }

        for (int i = first; i < items.Count; i++)
        {
            int start = evaluation.Top;
            evaluation.Push(result);
            evaluation.Push(items[i]);
            if (arity >= 3)
            {
                evaluation.Push(i);
            }

            if (arity >= 4)
            {
                evaluation.Push(list);
            }

            result = function.Call(evaluation, start, evaluation.Top - start, JsonValue.Null);
        }

        return result;
    }

    private static JsonValue Each(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue value = arguments[0];
        FunctionValue function = Function(arguments[1]);
        int mark = evaluation.Top;
        if (value.TryGetObject(out JsonObject? members))
        {
            for (int i = 0; i < members.Count; i++)
            {
                JsonValue result = evaluation.Invoke(function, members.Values[i], members.Names[i], value);
                if (!result.IsUndefined)
                {
                    evaluation.Push(result);
                    evaluation.Note(result);
                }
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static JsonValue Sift(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonValue value = arguments[0];
        if (!value.TryGetObject(out JsonObject? members))
        {
            return default;
        }

        FunctionValue function = Function(arguments[1]);
        var kept = new JsonObjectBuilder();
        for (int i = 0; i < members.Count; i++)
        {
            if (Truth.Of(evaluation.Invoke(function, members.Values[i], members.Names[i], value)))
            {
                kept.SetItem(members.Names[i], members.Values[i]);
            }
        }

        return kept.Count == 0 ? default(JsonValue) : kept.Build();
    }

    private static JsonValue Sort(Evaluation evaluation, ReadOnlySpan<JsonValue> arguments)
    {
        JsonArray items = arguments[0].AsArray();
        if (items.Count <= 1)
        {
            return arguments[0];
        }

        if (arguments[1].Reference is FunctionValue comparator)
        {
            return Sorting.Sort(items, new CallRule(evaluation, comparator, items));
        }

        return Sorting.SortPlain(items) ?? throw new JsonataException("D3070") { Index = 1 };
    }

    private readonly struct CallRule(Evaluation evaluation, FunctionValue comparator, JsonArray items) : ISwapRule
    {
        public bool ComesAfter(int left, int right)
        {
            int start = evaluation.Top;
            evaluation.Push(items[left]);
            evaluation.Push(items[right]);
            return Truthy.Of(comparator.Call(evaluation, start, 2, JsonValue.Null));
        }
    }
}
