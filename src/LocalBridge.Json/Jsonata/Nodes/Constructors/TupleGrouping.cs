using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using Tuple = LocalBridge.Json.Jsonata.Nodes.Paths.Tuple;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Groups the results of a path that binds variables: within a group each variable holds all its values.</summary>
internal static class TupleGrouping
{
    internal static JsonObject Group(GroupNode node, Evaluation evaluation, TupleStream stream)
    {
        var groups = new List<(string Key, int Pair, List<Tuple> Members)>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < stream.Tuples.Count; i++)
        {
            for (int pair = 0; pair < node.Pairs.Length; pair++)
            {
                Frame? around = stream.Enter(evaluation, i);
                string? key = node.KeyOf(evaluation, node.Pairs[pair], stream.Tuples[i].At);
                evaluation.Frame = around;
                if (key is null)
                {
                    continue;
                }

                if (!index.TryGetValue(key, out int at))
                {
                    index.Add(key, groups.Count);
                    groups.Add((key, pair, [stream.Tuples[i]]));
                }
                else if (groups[at].Pair == pair)
                {
                    groups[at].Members.Add(stream.Tuples[i]);
                }
                else
                {
                    throw node.Ambiguous(key);
                }
            }
        }

        var builder = new JsonObjectBuilder(groups.Count);
        foreach ((string key, int pair, List<Tuple> members) in groups)
        {
            Tuple merged = Merge(members);
            Frame? around = stream.Scope.Enter(evaluation, merged.Variables);
            JsonValue value = node.Pairs[pair].Value.Evaluate(evaluation, merged.At);
            evaluation.Frame = around;
            if (!value.IsUndefined)
            {
                builder.SetItem(key, value);
                evaluation.Note(value);
            }
        }

        return builder.Build();
    }

    private static Tuple Merge(List<Tuple> members)
    {
        if (members.Count == 1)
        {
            return members[0];
        }

        var variables = new JsonValue[members[0].Variables.Length];
        for (int i = 0; i < variables.Length; i++)
        {
            variables[i] = Append(members, i);
        }

        return new Tuple(Append(members, -1), variables);
    }

    // Arrays among the values are strung in.
    private static JsonValue Append(List<Tuple> members, int variable)
    {
        var all = new List<JsonValue>(members.Count);
        int values = 0;
        JsonValue last = Unbound.Value;
        foreach (Tuple member in members)
        {
            JsonValue value = variable < 0 ? member.At : member.Variables[variable];
            if (ReferenceEquals(value.Reference, Unbound.Instance))
            {
                continue;
            }

            values++;
            last = value;
            if (value.Reference is JsonArray array)
            {
                all.AddRange(array.AsSpan());
            }
            else
            {
                all.Add(value);
            }
        }

        return values <= 1 ? last : JsonArray.FromStorage([.. all], all.Count);
    }
}
