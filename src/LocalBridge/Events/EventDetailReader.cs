using System.Text.Json;
using System.Text.Unicode;

namespace LocalBridge.Events;

/// <summary>Decides whether bytes are what the service accepts as a detail: one JSON object, at most 1000 levels deep, whole numbers within 64 bits.</summary>
internal static class EventDetailReader
{
    private const int MaximumDepth = 1000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    internal static bool IsJsonObject(ReadOnlySpan<byte> utf8Json)
    {
        // The reader leaves the bytes of strings unchecked.
        if (!Utf8.IsValid(utf8Json))
            return false;

        var reader = new Utf8JsonReader(utf8Json, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number && IsTooLarge(ref reader))
                    return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsTooLarge(ref Utf8JsonReader reader) =>
        reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && !reader.TryGetInt64(out _);
}
