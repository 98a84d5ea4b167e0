using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Holds a copy that a transform changes in place: every object in it exists once and is known to no one else.</summary>
internal sealed class PrivateCopy
{
    private readonly HashSet<JsonObject> _own = new(ReferenceEqualityComparer.Instance);

    internal PrivateCopy(JsonValue value)
    {
        Value = Copy(value);
    }

    internal JsonValue Value { get; }

    /// <summary>Sets members of an object; what is no object of the copy stays as it is.</summary>
    internal void Merge(JsonValue target, JsonObject members)
    {
        if (!IsOwn(target, out JsonObject? own))
        {
            return;
        }

        var merged = new JsonObjectBuilder(own.Count + members.Count);
        foreach ((string name, JsonValue value) in own)
        {
            merged.SetItem(name, value);
        }

        foreach ((string name, JsonValue value) in members)
        {
            // An object of the copy within itself would have no end.
            merged.SetItem(name, Detach(value));
        }

        own.Replace(merged.Build());
    }

    /// <summary>Removes members of an object.</summary>
    internal void Remove(JsonValue target, ReadOnlySpan<JsonValue> names)
    {
        if (!IsOwn(target, out JsonObject? own))
        {
            return;
        }

        JsonObject rest = own;
        foreach (JsonValue name in names)
        {
            rest = rest.Remove(name.GetString());
        }

        if (!ReferenceEquals(rest, own))
        {
            own.Replace(rest);
        }
    }

    private bool IsOwn(JsonValue value, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonObject? own) =>
        value.TryGetObject(out own) && _own.Contains(own);

    private JsonValue Copy(JsonValue value)
    {
        if (value.Reference is not (JsonArray or JsonObject))
        {
            return value;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.Reference is JsonArray array)
        {
            var items = new JsonValue[array.Count];
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = Copy(array[i]);
            }

            return JsonArray.FromStorage(items, items.Length);
        }

        JsonObject members = value.AsObject();
        var values = new JsonValue[members.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Copy(members.Values[i]);
        }

        var copy = new JsonObject(members.Shape, values);
        _own.Add(copy);
        return copy;
    }

    private JsonValue Detach(JsonValue value)
    {
        if (value.Reference is not (JsonArray or JsonObject))
        {
            return value;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        ReadOnlySpan<JsonValue> values = value.Reference is JsonArray array ? array.AsSpan() : value.AsObject().Values;
        bool isOwn = value.Reference is JsonObject members && _own.Contains(members);
        JsonValue[]? changed = isOwn ? values.ToArray() : null;
        for (int i = 0; i < values.Length; i++)
        {
            JsonValue detached = Detach(values[i]);
            if (changed is null && !ReferenceEquals(detached.Reference, values[i].Reference))
            {
                changed = values.ToArray();
            }

            if (changed is not null)
            {
                changed[i] = detached;
            }
        }

        return changed is null ? value
            : value.IsArray ? JsonArray.FromStorage(changed, changed.Length)
            : new JsonObject(value.AsObject().Shape, changed);
    }
}
