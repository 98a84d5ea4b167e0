using System.Text;
using System.Text.Json;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Finds the line and column of a value in a JSON text by its JSON Pointer (RFC 6901). The text is read again only when a place is asked for.</summary>
internal sealed class JsonPositions(string json)
{
    private Dictionary<string, (int Line, int Column)>? _byPointer;

    internal (int Line, int Column) Find(string pointer)
    {
        _byPointer ??= ReadAll();
        return _byPointer.GetValueOrDefault(pointer);
    }

    private Dictionary<string, (int Line, int Column)> ReadAll()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var found = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        var path = new List<(string Pointer, int Index)>();
        string? name = null;
        int line = 1;
        int lineStart = 0;
        int scanned = 0;
        while (reader.Read())
        {
            int start = (int)reader.TokenStartIndex;
            for (; scanned < start; scanned++)
            {
                if (utf8[scanned] == '\n')
                {
                    line++;
                    lineStart = scanned + 1;
                }
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.RemoveAt(path.Count - 1);
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString();
                continue;
            }

            string pointer = Enter(path, ref name);
            found.TryAdd(pointer, (line, Encoding.UTF8.GetCharCount(utf8, lineStart, start - lineStart) + 1));
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Add((pointer, 0));
            }
        }

        return found;
    }

    private static string Enter(List<(string Pointer, int Index)> path, ref string? name)
    {
        if (path.Count == 0)
        {
            return string.Empty;
        }

        (string parent, int index) = path[^1];
        if (name is not null)
        {
            string pointer = JsonPointer.Append(parent, name);
            name = null;
            return pointer;
        }

        path[^1] = (parent, index + 1);
        return JsonPointer.Append(parent, index);
    }
}
