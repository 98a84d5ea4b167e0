using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Reads a number field: the field itself or the one for its path.</summary>
internal static class NumberFieldReader
{
    /// <returns>The field; null when neither is there, or a faulty one.</returns>
    internal static NumberField? Integer(FieldReader fields, string name, long minimum, long maximum)
    {
        JsonPath? path = ReadPath(fields, name);
        long? number = fields.Integer(name, minimum, maximum);
        return Create(name, isInteger: true, number, path);
    }

    /// <returns>The field; null when neither is there, or a faulty one.</returns>
    internal static NumberField? Decimal(FieldReader fields, string name, double minimum, double maximum)
    {
        JsonPath? path = ReadPath(fields, name);
        double? number = fields.Number(name);
        if (number < minimum || number > maximum)
        {
            fields.Fault(name, FormattableString.Invariant($"Value must be between {minimum} and {maximum} but was {number}"));
            number = null;
        }

        return Create(name, isInteger: false, number, path);
    }

    private static JsonPath? ReadPath(FieldReader fields, string name)
    {
        string pathName = name + "Path";
        if (fields.Has(name) && fields.Has(pathName))
        {
            fields.Context.Fault(fields.Pointer, $"Only one of '{name}' and '{pathName}' may be there");
        }

        return fields.Path(pathName);
    }

    private static NumberField? Create(string name, bool isInteger, double? number, JsonPath? path) =>
        path is not null ? NumberField.At(name, isInteger, path)
        : number is { } literal ? NumberField.Literal(name, isInteger, literal)
        : null;
}
