using LocalBridge.Json;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Shows JSONata expressions without their marks, on one line.</summary>
internal static class ExpressionText
{
    internal static string Of(JsonValue source)
    {
        if (!source.TryGetString(out string? text))
        {
            return source.ToJson();
        }

        return JsonataText.TrySplit(text, out string? expression) && expression is not null
            ? string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
    }
}
