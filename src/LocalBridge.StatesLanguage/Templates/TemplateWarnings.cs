using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Finds what looks like an expression in a template and is none: a common slip, and valid.</summary>
internal static class TemplateWarnings
{
    internal static void CheckJsonPathLiteral(DefinitionReadContext context, string text, string pointer)
    {
        if (LooksLikePath(text))
        {
            context.Warn(
                pointer,
                $"The value '{text}' looks like a JSONPath, but is passed on as it is",
                DiagnosticCodes.NoDollar,
                "End the name of the field with '.$' to have it evaluated");
        }
        else if (JsonataText.TrySplit(text, out string? expression) && expression is not null)
        {
            context.Warn(
                pointer,
                $"The value '{text}' looks like a JSONata expression, but is passed on as it is",
                DiagnosticCodes.NoDollar,
                "Set the QueryLanguage of the state to JSONata to have it evaluated");
        }
    }

    internal static void CheckJsonataField(DefinitionReadContext context, string name, string pointer)
    {
        if (name.EndsWith(".$", StringComparison.Ordinal))
        {
            context.Warn(
                pointer,
                $"In JSONata the name of the field '{name}' has no meaning of its own and is passed on as it is",
                DiagnosticCodes.NoDollar,
                "Take away '.$' and write the value as '{% … %}'");
        }
    }

    private static bool LooksLikePath(string text) =>
        (text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal) || text.StartsWith("$$", StringComparison.Ordinal))
        && JsonPath.TryParse(text, out _, out _);
}
