using LocalBridge.EventPatterns;
using LocalBridge.Json;

namespace LocalBridge.Rules;

/// <summary>
/// What a pattern asks of the route of an event (its source, detail type, account, Region), apart from what it asks of the rest. Events of one route
/// are alike to a pattern that asks for nothing else, so that answer is found once.
/// </summary>
internal sealed class PatternRoute
{
    /// <summary>Every event has a source, so this is true of every route.</summary>
    private static readonly EventPattern AnyRoute = EventPattern.Parse("""{"source":[{"exists":true}]}""");

    private PatternRoute(EventPattern pattern, EnvelopeFields fields)
    {
        Pattern = pattern;
        Fields = fields;
    }

    /// <summary>Gets a pattern that every event must match which matches the whole one.</summary>
    internal EventPattern Pattern { get; }

    /// <summary>Gets what the whole pattern looks at.</summary>
    internal EnvelopeFields Fields { get; }

    /// <summary>Gets whether <see cref="Pattern"/> says all.</summary>
    internal bool IsComplete => Fields == EnvelopeFields.Route;

    internal static PatternRoute Of(EventPattern pattern)
    {
        // A pattern may have text behind its closing brace, which the pattern's own reader ignores; such a one is simply matched as a whole.
        if (!JsonValue.TryParse(pattern.Json, out JsonValue json, out _) || !json.TryGetObject(out JsonObject? members))
            return new PatternRoute(AnyRoute, EnvelopeFields.Route | EnvelopeFields.Head | EnvelopeFields.Detail);

        EnvelopeFields fields = FieldsOf(members);
        if (fields == EnvelopeFields.Route)
            return new PatternRoute(pattern, fields);

        var route = new JsonObjectBuilder();
        foreach ((string name, JsonValue value) in members)
        {
            // With an $or beside them the fields are multiplied out, and a branch may replace them: then nothing can be said in advance.
            if (name == "$or")
                return new PatternRoute(AnyRoute, fields);
            if (FieldOf(name) == EnvelopeFields.Route && value.IsArray)
                route[name] = value;
        }

        return route.Count > 0 && EventPattern.TryParse(((JsonValue)route.Build()).ToJson(), out EventPattern? part, out _)
            ? new PatternRoute(part, fields)
            : new PatternRoute(AnyRoute, fields);
    }

    private static EnvelopeFields FieldsOf(JsonObject members)
    {
        EnvelopeFields fields = EnvelopeFields.None;
        foreach ((string name, JsonValue value) in members)
        {
            if (name == "$or" && value.TryGetArray(out JsonArray? branches))
            {
                foreach (JsonValue branch in branches)
                    fields |= branch.TryGetObject(out JsonObject? inner) ? FieldsOf(inner) : EnvelopeFields.Head | EnvelopeFields.Detail;
            }
            else
            {
                fields |= FieldOf(name);
            }
        }

        return fields;
    }

    private static EnvelopeFields FieldOf(string name)
    {
        // "detail.total" is the same path as {"detail": {"total": …}}.
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return (dot < 0 ? name : name[..dot]) switch
        {
            "source" or "detail-type" or "account" or "region" or "version" => EnvelopeFields.Route,
            "detail" => EnvelopeFields.Detail,
            _ => EnvelopeFields.Head,
        };
    }
}
