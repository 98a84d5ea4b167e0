using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Reads a number field: the field itself, a number or an expression, or the one for its path.</summary>
internal static class NumberFieldReader
{
    /// <returns>The field; null when neither is there, or a faulty one.</returns>
    internal static NumberField? Integer(FieldReader fields, string name, long minimum, long maximum) =>
        JsonataFieldReader.TryRead(fields, name, out JsonataField? expression)
            ? Create(name, isInteger: true, expression)
            : Create(name, isInteger: true, fields.Integer(name, minimum, maximum), ReadPath(fields, name));

    /// <returns>The field; null when neither is there, or a faulty one.</returns>
    internal static NumberField? Decimal(FieldReader fields, string name, double minimum, double maximum)
    {
        if (JsonataFieldReader.TryRead(fields, name, out JsonataField? expression))
        {
            return Create(name, isInteger: false, expression);
        }

        double? number = fields.Number(name);
        if (number < minimum || number > maximum)
        {
            fields.Fault(name, FormattableString.Invariant($"Value must be between {minimum} and {maximum} but was {number}"));
            number = null;
        }

        return Create(name, isInteger: false, number, ReadPath(fields, name));
    }

    private static JsonPath? ReadPath(FieldReader fields, string name)
    {
        if (fields.IsJsonata)
        {
            return null;
        }

        string pathName = name + "Path";
        fields.Exclude(name, pathName);
        return fields.Path(pathName);
    }

    private static NumberField? Create(string name, bool isInteger, double? number, JsonPath? path) =>
        path is not null ? NumberField.At(name, isInteger, path)
        : number is { } literal ? NumberField.Literal(name, isInteger, literal)
        : null;

    private static NumberField? Create(string name, bool isInteger, JsonataField? expression) =>
        expression is null ? null : NumberField.Computed(name, isInteger, expression);
}
