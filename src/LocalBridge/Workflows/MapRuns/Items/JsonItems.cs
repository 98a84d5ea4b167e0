using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Reads the items of a JSON array, and of lines of JSON.</summary>
internal static class JsonItems
{
    internal static void ReadArray(ReadOnlySpan<byte> content, string? pointer, ItemList items)
    {
        if (!JsonValue.TryParse(content, out JsonValue root, out JsonParseError? error))
        {
            throw new ItemReaderException($"The object is no JSON. {error}");
        }

        if (!Resolve(root, pointer).TryGetArray(out JsonArray? array))
        {
            throw new ItemReaderException("Attempting to map over non-iterable node.");
        }

        foreach (JsonValue item in array)
        {
            if (items.IsFull)
            {
                return;
            }

            items.Add(item);
        }
    }

    internal static void ReadLines(ReadOnlySpan<byte> content, ItemList items)
    {
        int line = 0;
        while (!content.IsEmpty && !items.IsFull)
        {
            int end = content.IndexOf((byte)'\n');
            ReadOnlySpan<byte> text = (end < 0 ? content : content[..end]).Trim(" \t\r"u8);
            content = end < 0 ? default : content[(end + 1)..];
            line++;
            if (text.IsEmpty)
            {
                continue;
            }

            if (!JsonValue.TryParse(text, out JsonValue item, out JsonParseError? error))
            {
                throw new ItemReaderException($"Line {line} of the object is no JSON: {error.Message}");
            }

            items.Add(item);
        }
    }

    /// <summary>Follows a JSON Pointer (RFC 6901).</summary>
    private static JsonValue Resolve(JsonValue root, string? pointer)
    {
        JsonValue value = root;
        foreach (string escaped in string.IsNullOrEmpty(pointer) ? [] : pointer[1..].Split('/'))
        {
            string token = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            value = value.IsArray && int.TryParse(token, out int index) ? value[index] : value[token];
        }

        return value;
    }
}
