using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions of objects that call no other function.</summary>
internal static class ObjectFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Function("keys", "<x-:a<s>>", 1, (evaluation, arguments) => Keys(evaluation, arguments[0])),
        Define.Function("lookup", "<x-s:x>", 2, (evaluation, arguments) => Lookup(evaluation, arguments[0], arguments[1])),
        Define.Function("spread", "<x-:a<o>>", 1, (evaluation, arguments) => Spread(evaluation, arguments[0])),
        Define.Strict("merge", "<a<o>:o>", 1, (_, arguments) => Merge(arguments[0].AsArray())),
        Define.Strict("clone", "<(oa)-:o>", 1, (_, arguments) => Clones.Of(Sequence.Unwrap(arguments[0]))),
    ];

    private static JsonValue Lookup(Evaluation evaluation, JsonValue value, JsonValue key)
    {
        int hint = -1;
        return key.TryGetString(out string? name) ? FieldLookup.Find(evaluation, value, name, ref hint) : default;
    }

    private static JsonValue Keys(Evaluation evaluation, JsonValue value)
    {
        int mark = evaluation.Top;
        HashSet<string>? seen = value.IsArray ? new HashSet<string>(StringComparer.Ordinal) : null;
        PushKeys(evaluation, value, seen);
        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static void PushKeys(Evaluation evaluation, JsonValue value, HashSet<string>? seen)
    {
        if (value.Reference is JsonArray array)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (JsonValue item in array.AsSpan())
            {
                PushKeys(evaluation, item, seen);
            }
        }
        else if (value.Reference is JsonObject members)
        {
            foreach (string name in members.Names)
            {
                if (seen is null || seen.Add(name))
                {
                    evaluation.Push(name);
                }
            }
        }
    }

    private static JsonValue Spread(Evaluation evaluation, JsonValue value)
    {
        if (value.Reference is not (JsonArray or JsonObject))
        {
            return value;
        }

        int mark = evaluation.Top;
        PushSpread(evaluation, value);
        return evaluation.PopArray(mark, value.IsObject || value.Count == 0 ? SequenceMarks.Sequence : 0);
    }

    private static void PushSpread(Evaluation evaluation, JsonValue value)
    {
        if (value.Reference is JsonArray array)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (JsonValue item in array.AsSpan())
            {
                PushSpread(evaluation, item);
            }
        }
        else if (value.Reference is JsonObject members)
        {
            foreach ((string name, JsonValue member) in members)
            {
                evaluation.Push(JsonObject.Empty.SetItem(name, member));
            }
        }
        else
        {
            evaluation.Push(value);
        }
    }

    private static JsonValue Merge(JsonArray objects)
    {
        if (objects.Count == 1)
        {
            return objects[0];
        }

        var merged = new JsonObjectBuilder();
        foreach (JsonValue item in objects.AsSpan())
        {
            if (item.TryGetObject(out JsonObject? members))
            {
                foreach ((string name, JsonValue value) in members)
                {
                    merged.SetItem(name, value);
                }
            }
        }

        return merged.Build();
    }
}
