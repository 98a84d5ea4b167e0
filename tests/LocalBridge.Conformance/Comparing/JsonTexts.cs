using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Reads JSON texts, also those that hold half a surrogate pair, which System.Text.Json refuses to hand out as a string.</summary>
internal static class JsonTexts
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 4096 };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>Reads a JSON text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonElement Parse(string text)
    {
        // Not disposed on purpose: the document is not pooled then and lives as long as its elements.
        JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Options);
        return document.RootElement;
    }

    /// <summary>Reads a JSON text and returns whether it was one.</summary>
    public static bool TryParse(string text, out JsonElement value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Returns a JSON string's text; half a surrogate pair stays what it is.</summary>
    public static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.String)
        {
            return Unescape(value.GetRawText().AsSpan()[1..^1]);
        }
    }

    /// <summary>Returns a JSON text in one line, for a report.</summary>
    public static string Show(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Undefined ? "(nothing)" : JsonSerializer.Serialize(value, OneLine);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair cannot be written, only copied.
            return value.GetRawText();
        }
    }

    private static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int index = 0; index < escaped.Length; index++)
        {
            if (escaped[index] != '\\')
            {
                text.Append(escaped[index]);
                continue;
            }

            index++;
            if (escaped[index] == 'u')
            {
                text.Append((char)ushort.Parse(escaped.Slice(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                text.Append(escaped[index] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        return text.ToString();
    }
}
