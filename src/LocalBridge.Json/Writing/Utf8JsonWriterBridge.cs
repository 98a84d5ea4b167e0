using System.Text.Json;

namespace LocalBridge.Json.Writing;

/// <summary>Writes a value to the writer of System.Text.Json, whose own settings decide on indentation and escaping.</summary>
internal static class Utf8JsonWriterBridge
{
    internal static void Write(Utf8JsonWriter writer, JsonValue value)
    {
        if (TryWriteLeaf(writer, value))
        {
            return;
        }

        var open = default(JsonTreeStack);
        open.Push(new JsonTreeFrame(value));
        while (open.TryPop(out JsonTreeFrame frame))
        {
            if (frame.IsAtEnd)
            {
                if (frame.Object is null)
                {
                    writer.WriteEndArray();
                }
                else
                {
                    writer.WriteEndObject();
                }

                continue;
            }

            if (frame.Object is { } members)
            {
                writer.WritePropertyName(members.Names[frame.Next]);
            }

            JsonValue child = frame.Current;
            frame.Next++;
            open.Push(frame);
            if (!TryWriteLeaf(writer, child))
            {
                open.Push(new JsonTreeFrame(child));
            }
        }
    }

    /// <summary>Writes a value without children, or opens a container.</summary>
    private static bool TryWriteLeaf(Utf8JsonWriter writer, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                return false;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                return false;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                return true;
            case JsonValueKind.Number:
                // The raw form keeps 1.0 and 1e3 as they are.
                writer.WriteRawValue(value.GetNumberText(), skipInputValidation: true);
                return true;
            case JsonValueKind.True:
            case JsonValueKind.False:
                writer.WriteBooleanValue(value.IsTrue);
                return true;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                return true;
            default:
                throw JsonMessages.UndefinedIsNotWritable();
        }
    }
}
