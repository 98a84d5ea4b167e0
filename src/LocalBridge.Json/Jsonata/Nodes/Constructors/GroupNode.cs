using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Paths;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Groups values by keys, and makes an object of the groups.</summary>
internal sealed class GroupNode(NodePair[] pairs, int position)
{
    internal NodePair[] Pairs => pairs;

    /// <summary>Tells whether a name cannot be used: the reference implementation marks its functions with it.</summary>
    internal static bool IsReserved(string name) => name is "_jsonata_lambda" or "_jsonata_function";

    /// <summary>Groups the elements of an array, or a single value.</summary>
    internal JsonObject Group(Evaluation evaluation, JsonValue input)
    {
        if (input.Reference is TupleStream stream)
        {
            return TupleGrouping.Group(this, evaluation, stream);
        }

        using var groups = new Grouping();
        if (input.Reference is JsonArray { Count: > 0 } array)
        {
            foreach (JsonValue item in array.AsSpan())
            {
                AddItem(evaluation, groups, item);
            }
        }
        else
        {
            // An empty array counts as nothing, so that an object with fixed keys comes of it.
            AddItem(evaluation, groups, input.IsArray ? default : input);
        }

        groups.Gather();
        return Build(evaluation, groups);
    }

    internal string? KeyOf(Evaluation evaluation, NodePair pair, JsonValue context)
    {
        JsonValue key = pair.Key.Evaluate(evaluation, context);
        if (key.IsUndefined)
        {
            return null;
        }

        if (!key.TryGetString(out string? name))
        {
            throw new JsonataException("T1003", position, null, key);
        }

        return IsReserved(name) ? throw new JsonataException("D1013", position, null, name) : name;
    }

    internal JsonataException Ambiguous(string key) => new("D1009", position, null, key);

    private void AddItem(Evaluation evaluation, Grouping groups, JsonValue item)
    {
        evaluation.Tick();
        for (int i = 0; i < pairs.Length; i++)
        {
            if (KeyOf(evaluation, pairs[i], item) is { } key && !groups.TryAdd(key, i, item))
            {
                throw Ambiguous(key);
            }
        }
    }

    private JsonObject Build(Evaluation evaluation, Grouping groups)
    {
        var names = new string[groups.Count];
        var values = new JsonValue[groups.Count];
        int count = 0;
        for (int i = 0; i < groups.Count; i++)
        {
            JsonValue value = pairs[groups.PairOf(i)].Value.Evaluate(evaluation, groups.DataOf(i));
            if (!value.IsUndefined)
            {
                names[count] = groups.KeyOf(i);
                values[count++] = value;
                evaluation.Note(value);
            }
        }

        if (count < names.Length)
        {
            Array.Resize(ref names, count);
        }

        return count == 0 ? JsonObject.Empty : new JsonObject(new JsonObjectShape(names, null), values);
    }
}
