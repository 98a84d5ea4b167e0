using System.Text.Json;

namespace LocalBridge.Json.Writing;

/// <summary>Writes a value as JSON text, with the nesting on the heap.</summary>
internal static class JsonTreeWriter
{
    private const int IndentWidth = 2;

    internal static void Write(ref Utf8JsonText text, JsonValue value, bool isIndented)
    {
        if (TryWriteLeaf(ref text, value))
        {
            return;
        }

        // The frame being written stays out of the stack, so that a leaf costs no push.
        var open = default(JsonTreeStack);
        JsonTreeFrame frame = Open(ref text, value);
        while (true)
        {
            if (frame.IsAtEnd)
            {
                if (isIndented)
                {
                    BreakLine(ref text, open.Count);
                }

                text.Append((byte)(frame.Object is null ? ']' : '}'));
                if (!open.TryPop(out frame))
                {
                    return;
                }

                continue;
            }

            WriteBeforeChild(ref text, frame, isIndented, open.Count + 1);
            JsonValue child = frame.Current;
            frame.Next++;
            if (!TryWriteLeaf(ref text, child))
            {
                open.Push(frame);
                frame = Open(ref text, child);
            }
        }
    }

    private static void WriteBeforeChild(ref Utf8JsonText text, in JsonTreeFrame frame, bool isIndented, int depth)
    {
        if (frame.Next > 0)
        {
            text.Append((byte)',');
        }

        if (isIndented)
        {
            BreakLine(ref text, depth);
        }

        if (frame.Object is { } members)
        {
            text.AppendString(members.Names[frame.Next]);
            text.Append((byte)':');
            if (isIndented)
            {
                text.Append((byte)' ');
            }
        }
    }

    private static JsonTreeFrame Open(ref Utf8JsonText text, JsonValue value)
    {
        text.Append((byte)(value.IsObject ? '{' : '['));
        return new JsonTreeFrame(value);
    }

    private static bool TryWriteLeaf(ref Utf8JsonText text, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object when value.Count > 0:
            case JsonValueKind.Array when value.Count > 0:
                return false;
            case JsonValueKind.Object:
                text.Append("{}"u8);
                return true;
            case JsonValueKind.Array:
                text.Append("[]"u8);
                return true;
            case JsonValueKind.String:
                text.AppendString(value.GetString());
                return true;
            case JsonValueKind.Number:
                text.AppendNumber(value);
                return true;
            case JsonValueKind.True:
                text.Append("true"u8);
                return true;
            case JsonValueKind.False:
                text.Append("false"u8);
                return true;
            case JsonValueKind.Null:
                text.Append("null"u8);
                return true;
            default:
                throw JsonMessages.UndefinedIsNotWritable();
        }
    }

    private static void BreakLine(ref Utf8JsonText text, int depth)
    {
        text.Append((byte)'\n');
        text.AppendBlanks(depth * IndentWidth);
    }
}
