using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Intrinsics;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Failing;

/// <summary>Reads a Fail state.</summary>
internal static class FailStateReader
{
    internal static FailState Read(StateFieldsReader state) =>
        new(state.Read(), ReadText(state.Fields, "Error"), ReadText(state.Fields, "Cause"));

    private static TextField ReadText(FieldReader fields, string field)
    {
        if (JsonataFieldReader.TryRead(fields, field, out JsonataField? jsonata))
        {
            return jsonata is null ? TextField.None : TextField.Computed(field, jsonata);
        }

        if (fields.IsJsonata)
        {
            return fields.Text(field) is { } literal ? TextField.Literal(field, literal) : TextField.None;
        }

        string pathField = field + "Path";
        string? text = fields.Text(field);
        string? expression = fields.Text(pathField);
        fields.Exclude(field, pathField);

        if (expression is null)
        {
            return text is null ? TextField.None : TextField.Literal(field, text);
        }

        if (JsonPath.TryParse(expression, out JsonPath? path, out _))
        {
            return TextField.At(pathField, path);
        }

        if (IntrinsicCall.TryParse(expression, out IntrinsicCall? call))
        {
            return TextField.Computed(pathField, call);
        }

        fields.Fault(pathField, "Value is not a valid JSONPath or intrinsic function call");
        return TextField.None;
    }
}
