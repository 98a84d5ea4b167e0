using System.Text;
using System.Text.Json;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Finds fields that stand twice in one object. A JSON value keeps the last of them only, so that the text has to be looked at.</summary>
internal static class DuplicateFields
{
    internal static void Check(string json, JsonValue root, DefinitionReadContext context)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        if (CountInText(utf8) == CountIn(root))
        {
            return;
        }

        // Names seen in each object around the place, and the pointer and position of each object or array.
        var scopes = new Stack<(HashSet<string>? Names, string Pointer, int Index)>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        string? name = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    (HashSet<string>? names, string pointer, _) = scopes.Peek();
                    if (!names!.Add(name))
                    {
                        context.Fault(JsonPointer.Append(pointer, name), $"Duplicate field '{name}'", DiagnosticCodes.InvalidJson);
                    }

                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    scopes.Pop();
                    break;
                default:
                    string place = Enter(scopes, name);
                    name = null;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        bool isObject = reader.TokenType == JsonTokenType.StartObject;
                        scopes.Push((isObject ? new HashSet<string>(StringComparer.Ordinal) : null, place, 0));
                    }

                    break;
            }
        }
    }

    private static string Enter(Stack<(HashSet<string>? Names, string Pointer, int Index)> scopes, string? name)
    {
        if (scopes.Count == 0)
        {
            return string.Empty;
        }

        (HashSet<string>? names, string pointer, int index) = scopes.Peek();
        if (name is not null)
        {
            return JsonPointer.Append(pointer, name);
        }

        scopes.Pop();
        scopes.Push((names, pointer, index + 1));
        return JsonPointer.Append(pointer, index);
    }

    private static int CountInText(byte[] utf8)
    {
        int count = 0;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            count += reader.TokenType == JsonTokenType.PropertyName ? 1 : 0;
        }

        return count;
    }

    private static int CountIn(JsonValue value)
    {
        int count = 0;
        if (value.IsObject)
        {
            JsonObject members = value.AsObject();
            count = members.Count;
            foreach (KeyValuePair<string, JsonValue> member in members)
            {
                count += CountIn(member.Value);
            }
        }
        else if (value.IsArray)
        {
            foreach (JsonValue item in value.AsArray())
            {
                count += CountIn(item);
            }
        }

        return count;
    }
}
