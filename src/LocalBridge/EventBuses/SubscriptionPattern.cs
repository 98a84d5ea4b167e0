using LocalBridge.EventPatterns;
using LocalBridge.Json;

namespace LocalBridge.EventBuses;

/// <summary>The pattern of a typed subscription: the one given, or source and detail type.</summary>
internal static class SubscriptionPattern
{
    internal static EventPattern For(Type detail, SubscriptionOptions? options)
    {
        if (options?.Pattern is { } pattern)
        {
            return options.Source is null && options.DetailType is null
                ? pattern
                : throw new ArgumentException("Give either a Pattern, or a Source and DetailType; the pattern can ask for both.", nameof(options));
        }

        if (options?.DetailType is null && detail.IsGenericType)
            throw new ArgumentException($"The name of the generic type {detail.Name} is no detail type; name one in the options.", nameof(options));

        var members = new JsonObjectBuilder();
        if (options?.Source is { } source)
            members["source"] = JsonArray.Create(source);
        members["detail-type"] = JsonArray.Create(options?.DetailType ?? detail.Name);
        return EventPattern.Parse(((JsonValue)members.Build()).ToJson());
    }
}
