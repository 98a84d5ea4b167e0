using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Reads the fields of one JSON object of a definition and notes what is wrong with them. Fields that nobody asked for are
/// faults too (<see cref="Finish"/>).</summary>
/// <param name="context">Takes the faults.</param>
/// <param name="fields">The object.</param>
/// <param name="pointer">Where it stands.</param>
/// <param name="language">The query language of the state it belongs to.</param>
/// <param name="location">Where it stands in its state, in the words of error texts: <c>Choices[0]</c>; empty for the state itself.</param>
internal sealed class FieldReader(
    DefinitionReadContext context, JsonObject fields, string pointer, QueryLanguage language = QueryLanguage.JsonPath, string location = "")
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    internal DefinitionReadContext Context => context;

    internal string Pointer => pointer;

    /// <summary>The query language of the state it belongs to; a state's own is known only once it is read.</summary>
    internal QueryLanguage Language { get; set; } = language;

    internal bool IsJsonata => Language == QueryLanguage.Jsonata;

    internal string PointerTo(string name) => JsonPointer.Append(pointer, name);

    /// <summary>Where a field stands in its state, in the words of error texts: <c>Choices[0]/Condition</c>.</summary>
    internal string LocationOf(string name) => location.Length == 0 ? name : $"{location}/{name}";

    internal bool Has(string name) => fields.ContainsKey(name);

    /// <summary>Notes all required fields that are missing, in one fault as the service does.</summary>
    /// <returns><see langword="true"/> when none is missing.</returns>
    internal bool Require(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (string name in names)
        {
            _known.Add(name);
            if (!fields.ContainsKey(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            context.Fault(pointer, $"These fields are required: [{string.Join(", ", missing)}]");
        }

        return missing.Count == 0;
    }

    /// <summary>Reads a field of any kind; undefined when it is not there.</summary>
    internal JsonValue Any(string name)
    {
        _known.Add(name);
        return fields[name];
    }

    internal string? Text(string name) => Typed(name, "String", static value => value.IsString) is { IsUndefined: false } value ? value.GetString() : null;

    internal bool? Boolean(string name) => Typed(name, "Boolean", static value => value.IsBoolean) is { IsUndefined: false } value ? value.GetBoolean() : null;

    internal JsonObject? Object(string name) => Typed(name, "Object", static value => value.IsObject) is { IsUndefined: false } value ? value.AsObject() : null;

    internal JsonArray? Array(string name) => Typed(name, "Array", static value => value.IsArray) is { IsUndefined: false } value ? value.AsArray() : null;

    internal double? Number(string name) => Typed(name, "Number", static value => value.IsNumber) is { IsUndefined: false } value ? value.GetDouble() : null;

    internal long? Integer(string name, long minimum, long maximum)
    {
        JsonValue value = Typed(name, "Integer", static value => value.TryGetInt64(out _));
        if (value.IsUndefined || !value.TryGetInt64(out long number))
        {
            return null;
        }

        if (number >= minimum && number <= maximum)
        {
            return number;
        }

        Fault(name, $"Value must be between {minimum} and {maximum} but was {number}");
        return null;
    }

    /// <summary>Reads a field that must be a path.</summary>
    internal JsonPath? Path(string name) => Text(name) is { } text && TryParsePath(name, text, out JsonPath? path) ? path : null;

    internal bool TryParsePath(string name, string text, [NotNullWhen(true)] out JsonPath? path)
    {
        if (JsonPath.TryParse(text, out path, out JsonPathError? error))
        {
            return true;
        }

        Fault(name, "Value is not a valid JSONPath", $"'{text}': {error.Message}");
        return false;
    }

    internal void Fault(string name, string message, string? hint = null) => context.Fault(PointerTo(name), message, hint: hint);

    /// <summary>Reads a field that has a few possible values.</summary>
    /// <returns>Its position among them; -1 when it is not there or is faulty.</returns>
    internal int OneOf(string name, params string[] values)
    {
        if (Text(name) is not { } text)
        {
            return -1;
        }

        int index = System.Array.IndexOf(values, text);
        if (index < 0)
        {
            Fault(name, $"The field '{name}' should have one of these values: [{string.Join(", ", values)}]", Suggestion.For(text, values));
        }

        return index;
    }

    /// <summary>Notes that only one of two fields may be there.</summary>
    internal void Exclude(string name, string other)
    {
        if (Has(name) && Has(other))
        {
            context.Fault(pointer, $"Only one of '{name}' and '{other}' may be there");
        }
    }

    /// <summary>Notes the fields that nobody asked for.</summary>
    internal void Finish()
    {
        foreach (KeyValuePair<string, JsonValue> field in fields)
        {
            if (!_known.Contains(field.Key))
            {
                Fault(field.Key, "Field is not supported", LanguageFields.Explain(field.Key, Language) ?? Suggestion.For(field.Key, _known));
            }
        }
    }

    private JsonValue Typed(string name, string type, Func<JsonValue, bool> isOfType)
    {
        JsonValue value = Any(name);
        if (value.IsUndefined || isOfType(value))
        {
            return value;
        }

        Fault(name, $"Expected value of type {type}");
        return JsonValue.Undefined;
    }
}
