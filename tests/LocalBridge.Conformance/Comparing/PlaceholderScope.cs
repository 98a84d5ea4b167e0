using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Remembers, within one case, which text each placeholder stands for, and can forget again what a failed attempt bound.</summary>
internal sealed class PlaceholderScope
{
    private readonly Dictionary<string, string> _bindings = new(StringComparer.Ordinal);

    // The names in the order in which they were bound, so that Rollback can undo the newest ones.
    private readonly List<string> _order = [];

    /// <summary>Gets the inputs of the states that ran: what <c>&lt;json-input:N&gt;</c> may stand for.</summary>
    public List<JsonElement> StateInputs { get; } = [];

    /// <summary>Gets a mark of what is bound now.</summary>
    public int Checkpoint => _order.Count;

    /// <summary>Forgets what was bound after <paramref name="checkpoint"/>.</summary>
    public void Rollback(int checkpoint)
    {
        for (int index = _order.Count - 1; index >= checkpoint; index--)
        {
            _bindings.Remove(_order[index]);
        }

        _order.RemoveRange(checkpoint, _order.Count - checkpoint);
    }

    /// <summary>Returns whether the placeholder stands for a text already.</summary>
    public bool TryGet(string name, out string text)
    {
        bool found = _bindings.TryGetValue(name, out string? value);
        text = value ?? string.Empty;
        return found;
    }

    /// <summary>Binds a placeholder that is not bound yet.</summary>
    public void Bind(string name, string text)
    {
        _bindings.Add(name, text);
        _order.Add(name);
    }

    /// <summary>Returns a value with the placeholders in its texts replaced by what they stand for, where that is known.</summary>
    public JsonElement Fill(JsonElement value) =>
        _bindings.Count == 0 || value.ValueKind == JsonValueKind.Undefined ? value : JsonTexts.Parse(Fill(JsonNode.Parse(value.GetRawText()))?.ToJsonString() ?? "null");

    /// <summary>Returns whether a text is the JSON text of the input of a state that ran.</summary>
    public bool IsStateInput(string text)
    {
        if (!JsonTexts.TryParse(text, out JsonElement value))
        {
            return false;
        }

        var comparer = new JsonComparer(ComparisonRules.Exact, new PlaceholderScope());
        return StateInputs.Exists(input => comparer.AreEqual(input, value));
    }

    private JsonNode? Fill(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? member) in members.ToList())
                {
                    members[name] = Fill(member?.DeepClone());
                }

                return members;
            case JsonArray items:
                for (int index = 0; index < items.Count; index++)
                {
                    items[index] = Fill(items[index]?.DeepClone());
                }

                return items;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(_order.Aggregate(text.GetValue<string>(), (filled, name) =>
                    filled.Replace($"<{name}>", _bindings[name], StringComparison.Ordinal)));
            default:
                return node;
        }
    }
}
