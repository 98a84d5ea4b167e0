using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Looks a field up; in an array, in each element.</summary>
internal static class FieldLookup
{
    /// <summary>Looks a field up in any value; the values found in an array make a sequence.</summary>
    internal static JsonValue Find(Evaluation evaluation, JsonValue value, string name, ref int hint)
    {
        if (value.Reference is JsonObject members)
        {
            return members.Find(name, ref hint);
        }

        if (value.Reference is not JsonArray array)
        {
            return default;
        }

        int mark = evaluation.Top;
        Push(evaluation, array, name, ref hint);
        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static void Push(Evaluation evaluation, JsonArray array, string name, ref int hint)
    {
        foreach (JsonValue item in array.AsSpan())
        {
            if (item.Reference is JsonObject members)
            {
                JsonValue found = members.Find(name, ref hint);
                if (found.Reference is JsonArray values)
                {
                    evaluation.PushAll(values.AsSpan());
                }
                else if (!found.IsUndefined)
                {
                    evaluation.Push(found);
                }
            }
            else if (item.Reference is JsonArray inner)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                Push(evaluation, inner, name, ref hint);
            }
        }
    }
}
