using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Collects the fields of one JSON object of a definition. A field that stands at its default is not written, so that a definition
/// has one written form however it was put together.</summary>
internal sealed class FieldWriter
{
    private readonly JsonObjectBuilder _fields = new();

    internal JsonObject Build() => _fields.Build();

    internal void Value(string name, JsonValue value)
    {
        if (!value.IsUndefined)
        {
            _fields.SetItem(name, value);
        }
    }

    internal void Text(string name, string? value)
    {
        if (value is not null)
        {
            _fields.SetItem(name, value);
        }
    }

    internal void Number(string name, long? value)
    {
        if (value is { } number)
        {
            _fields.SetItem(name, number);
        }
    }

    internal void Path(string name, JsonPath? path) => Text(name, path?.Text);

    internal void Template(string name, PayloadTemplate? template) => Value(name, template?.Source ?? JsonValue.Undefined);

    internal void PathField(string name, PathField field)
    {
        if (field.Discards)
        {
            Value(name, JsonValue.Null);
        }

        Path(name, field.Path);
    }

    internal void ResultPath(string name, ResultPath path)
    {
        if (path.Discards)
        {
            Value(name, JsonValue.Null);
        }
        else if (!ReferenceEquals(path, Templates.ResultPath.Replace))
        {
            Text(name, path.Text);
        }
    }

    /// <summary>Writes one of the fields <c>NAME</c>, as a number or an expression, and <c>NAMEPath</c>, or neither.</summary>
    internal void NumberField(NumberField? field)
    {
        if (field is null)
        {
            return;
        }

        if (field.Number is { } number)
        {
            Value(field.FieldName, double.IsInteger(number) && Math.Abs(number) < long.MaxValue ? (long)number : number);
        }

        Path(field.FieldName + "Path", field.Path);
        Text(field.FieldName, field.Expression);
    }

    /// <summary>Writes one of the fields <c>NAME</c> and <c>NAMEPath</c>, or neither.</summary>
    internal void Seconds(string name, SecondsField seconds)
    {
        Number(name, seconds.Seconds);
        Path(name + "Path", seconds.Path);
        Text(name, seconds.Expression);
    }

    /// <summary>Writes one of the fields <c>NAME</c> and <c>NAMEPath</c>, or neither.</summary>
    internal void TextField(string name, TextField text)
    {
        Text(name, text.Text);
        Text(text.IsJsonata ? name : name + "Path", text.Expression);
    }

    internal void List<T>(string name, ImmutableArray<T> items, Func<T, JsonValue> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        var array = new JsonArrayBuilder(items.Length);
        foreach (T item in items)
        {
            array.Add(write(item));
        }

        _fields.SetItem(name, array.Build());
    }
}
