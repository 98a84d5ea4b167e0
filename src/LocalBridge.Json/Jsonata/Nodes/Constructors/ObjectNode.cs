using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Makes an object. Where the context is an array, its elements are grouped by their keys.</summary>
internal sealed class ObjectNode : Node
{
    private readonly GroupNode _group;
    private readonly Node[] _values;

    // Null where a key has to be evaluated, or stands there twice.
    private readonly JsonObjectShape? _shape;

    internal ObjectNode(GroupNode group)
    {
        _group = group;
        _values = Array.ConvertAll(group.Pairs, pair => pair.Value);
        _shape = ShapeOf(group.Pairs);
    }

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        if (_shape is null || context.Reference is JsonArray)
        {
            return _group.Group(evaluation, context);
        }

        var values = new JsonValue[_values.Length];
        bool isComplete = true;
        for (int i = 0; i < values.Length; i++)
        {
            JsonValue value = _values[i].Evaluate(evaluation, context);
            values[i] = value;
            isComplete &= !value.IsUndefined;
            evaluation.Note(value);
        }

        return isComplete ? new JsonObject(_shape, values) : WithoutMissing(values);
    }

    private static JsonObjectShape? ShapeOf(NodePair[] pairs)
    {
        var names = new string[pairs.Length];
        for (int i = 0; i < names.Length; i++)
        {
            if (pairs[i].Key is not LiteralNode { Value: { IsString: true } key }
                || Array.IndexOf(names, key.GetString()) >= 0
                || GroupNode.IsReserved(key.GetString()))
            {
                return null;
            }

            names[i] = Reading.PropertyNameCache.Shared.Intern(key.GetString());
        }

        return new JsonObjectShape(names, null);
    }

    private JsonObject WithoutMissing(JsonValue[] values)
    {
        var builder = new JsonObjectBuilder(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (!values[i].IsUndefined)
            {
                builder.SetItem(_shape!.Names[i], values[i]);
            }
        }

        return builder.Build();
    }
}
