using System.Text;
using System.Text.Json;

namespace LocalBridge.Conformance.Comparing;

/// <summary>Sorts the lists in the members named <c>variableReferences</c>, which the service gives in no particular order.</summary>
internal static class VariableReferences
{
    /// <summary>Returns the value with every list below a <c>variableReferences</c> member sorted.</summary>
    public static JsonElement Sort(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value, isSorted: false);
        }

        return JsonTexts.Parse(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, bool isSorted)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, isSorted || member.Name == "variableReferences");
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                IEnumerable<JsonElement> items = value.EnumerateArray();
                foreach (JsonElement item in isSorted ? items.OrderBy(static item => item.GetRawText(), StringComparer.Ordinal) : items)
                {
                    Write(writer, item, isSorted);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
