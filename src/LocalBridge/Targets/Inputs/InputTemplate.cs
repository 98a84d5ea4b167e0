using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Targets.Inputs;

/// <summary>An input template taken apart, once, when the target is put.</summary>
internal sealed class InputTemplate
{
    private InputTemplate(TemplatePart[] parts, bool isJson)
    {
        Parts = parts;
        IsJson = isJson;
    }

    internal TemplatePart[] Parts { get; }

    /// <summary>Gets whether the template is JSON; otherwise it is lines of quoted text, whose quotes stay in the result.</summary>
    internal bool IsJson { get; }

    /// <exception cref="ValidationException">The template is neither JSON nor quoted text.</exception>
    internal static InputTemplate Parse(string text, string targetId)
    {
        bool isJson = !text.AsSpan().TrimStart().StartsWith("\"");
        var parts = new List<TemplatePart>();
        bool isQuoted = false;
        int start = 0;
        int position = 0;
        while (position < text.Length)
        {
            char character = text[position];
            int end = character == '<' ? PlaceholderEnd(text, position) : -1;
            if (end > 0)
            {
                if (position > start)
                    parts.Add(new TemplatePart(text[start..position], IsPlaceholder: false, isQuoted));
                parts.Add(new TemplatePart(text[(position + 1)..end], IsPlaceholder: true, isQuoted));
                position = start = end + 1;
                continue;
            }

            if (character == '"')
                isQuoted = !isQuoted;
            position += character == '\\' && position + 1 < text.Length ? 2 : 1;
        }

        if (start < text.Length)
            parts.Add(new TemplatePart(text[start..], IsPlaceholder: false, isQuoted));
        var template = new InputTemplate([.. parts], isJson);
        template.CheckShape(targetId);
        return template;
    }

    /// <summary>Whatever the values are, the text around them has to be JSON; that can be told before any event comes.</summary>
    private void CheckShape(string targetId)
    {
        if (!IsJson)
            return;
        string sample = string.Concat(Parts.Select(static part => !part.IsPlaceholder ? part.Text : part.IsQuoted ? string.Empty : "\"\""));
        if (!JsonValue.TryParse(sample, out _, out JsonParseError? error))
        {
            throw new ValidationException(
                $"Invalid InputTemplate for target {targetId} : the template is neither JSON nor text in double quotes. With empty values: {error}");
        }
    }

    private static int PlaceholderEnd(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            end++;
        return end > start + 1 && end < text.Length && text[end] == '>' ? end : -1;
    }
}
