using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Compiles JSONata expressions, wherever in a definition they stand.</summary>
internal static class JsonataFieldReader
{
    /// <summary>Reads a field that may be an expression instead of a literal.</summary>
    /// <returns><see langword="false"/> when it is not there or is no string with the marks of an expression: then it is to be read as a literal.</returns>
    internal static bool TryRead(FieldReader fields, string name, out JsonataField? field)
    {
        field = null;
        JsonValue value = fields.IsJsonata ? fields.Any(name) : JsonValue.Undefined;
        if (!value.IsString)
        {
            return false;
        }

        bool isExpression = TryCompile(
            fields.Context, value.GetString(), fields.PointerTo(name), fields.LocationOf(name), JsonataAccess.None, out field, out bool isFaulty);
        return isExpression || isFaulty;
    }

    /// <summary>Reads a string.</summary>
    /// <returns><see langword="true"/> when it is an expression; <paramref name="field"/> is null when that is faulty.</returns>
    internal static bool TryCompile(
        DefinitionReadContext context,
        string text,
        string pointer,
        string location,
        JsonataAccess access,
        out JsonataField? field,
        out bool isFaulty)
    {
        field = null;
        isFaulty = false;
        if (!JsonataText.TrySplit(text, out string? expression))
        {
            isFaulty = true;
            context.Fault(
                pointer,
                "A JSONata expression must start with '{%' and end with '%}'",
                DiagnosticCodes.InvalidJsonataExpression);
            return false;
        }

        if (expression is null)
        {
            return false;
        }

        JsonataProgram? program = JsonataCompiler.Compile(context, expression, pointer, access);
        isFaulty = program is null;
        field = program is null ? null : new JsonataField(text, location, program);
        return true;
    }
}
