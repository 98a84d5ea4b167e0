using System.Globalization;
using System.Text.Json;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Writing;

/// <summary>Counts the bytes of the compact text without writing it; arrays and objects remember their count.</summary>
internal static class JsonTreeMeter
{
    internal static int Measure(JsonValue value)
    {
        if (TryMeasureKnown(value, out int length))
        {
            return length;
        }

        var open = default(JsonTreeStack);
        var frame = new JsonTreeFrame(value);
        while (true)
        {
            if (frame.IsAtEnd)
            {
                // Two brackets and the commas between the children.
                int total = checked(frame.Sum + Math.Max(frame.Next - 1, 0) + 2);
                Remember(frame, total);
                if (!open.TryPop(out frame))
                {
                    return total;
                }

                frame.Sum = checked(frame.Sum + total);
                continue;
            }

            if (frame.Object is { } members)
            {
                // Two quotes and the colon.
                frame.Sum = checked(frame.Sum + Utf8JsonText.CountString(members.Names[frame.Next]) + 3);
            }

            JsonValue child = frame.Current;
            frame.Next++;
            if (TryMeasureKnown(child, out int known))
            {
                frame.Sum = checked(frame.Sum + known);
            }
            else
            {
                open.Push(frame);
                frame = new JsonTreeFrame(child);
            }
        }
    }

    private static void Remember(JsonTreeFrame frame, int total)
    {
        if (frame.Object is { } members)
        {
            members.KnownUtf8Length = total;
        }
        else
        {
            frame.Array!.KnownUtf8Length = total;
        }
    }

    private static bool TryMeasureKnown(JsonValue value, out int length)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                length = value.AsObject().KnownUtf8Length;
                return length != 0;
            case JsonValueKind.Array:
                length = value.AsArray().KnownUtf8Length;
                return length != 0;
            case JsonValueKind.String:
                length = Utf8JsonText.CountString(value.GetString()) + 2;
                return true;
            case JsonValueKind.Number:
                length = MeasureNumber(value);
                return true;
            case JsonValueKind.False:
                length = "false"u8.Length;
                return true;
            case JsonValueKind.True:
            case JsonValueKind.Null:
                length = "null"u8.Length;
                return true;
            default:
                throw JsonMessages.UndefinedIsNotWritable();
        }
    }

    private static int MeasureNumber(JsonValue number)
    {
        if (((JsonNumber)number.Reference!).Text is { } text)
        {
            return text.Length;
        }

        Span<byte> buffer = stackalloc byte[NumberFormatter.MaximumLength];
        if (!number.IsInt64(out long integer))
        {
            return NumberFormatter.Format(number.GetDouble(), buffer);
        }

        _ = integer.TryFormat(buffer, out int written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
