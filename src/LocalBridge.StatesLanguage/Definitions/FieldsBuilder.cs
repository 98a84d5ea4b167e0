using System.Text.Json;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Collects the fields of one JSON object that builders put together. What was said twice is kept twice, so that the reader finds it.</summary>
internal sealed class FieldsBuilder
{
    private readonly List<(string Name, Action<Utf8JsonWriter> Write)> _fields = [];
    private bool _isUsed;

    internal void Value(string name, JsonValue value)
    {
        if (value.IsUndefined)
        {
            throw new ArgumentException($"The value of the field '{name}' is undefined.", nameof(value));
        }

        Add(name, value.WriteTo);
    }

    internal void Text(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Value(name, value);
    }

    internal void Texts(string name, string[] values)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        Value(name, JsonArray.Create([.. values.Select(static value => (JsonValue)value)]));
    }

    /// <summary>Adds an object that is written when the whole is.</summary>
    internal void Object(string name, FieldsBuilder fields) => Add(name, fields.Write);

    internal void Array(string name, List<FieldsBuilder> elements) => Add(name, writer =>
    {
        writer.WriteStartArray();
        elements.ForEach(element => element.Write(writer));
        writer.WriteEndArray();
    });

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((string name, Action<Utf8JsonWriter> write) in _fields)
        {
            writer.WritePropertyName(name);
            write(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Refuses further fields.</summary>
    internal void Close() => _isUsed = true;

    private void Add(string name, Action<Utf8JsonWriter> write)
    {
        if (_isUsed)
        {
            throw new InvalidOperationException("This builder has built its state machine. Use a new one.");
        }

        _fields.Add((name, write));
    }
}
