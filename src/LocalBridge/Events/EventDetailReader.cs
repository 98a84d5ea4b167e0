using System.Text.Json;
using System.Text.Unicode;

namespace LocalBridge.Events;

/// <summary>Decides whether bytes are what the service accepts as a detail: one JSON object, at most 1000 levels deep, whole numbers within 64 bits.</summary>
internal static class EventDetailReader
{
    private const int MaximumDepth = 1000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    internal static bool IsJsonObject(ReadOnlySpan<byte> utf8Json) => IsJsonObject(utf8Json, out _);

    /// <param name="utf8Json">The bytes.</param>
    /// <param name="hasUniqueKeys">Whether it is certain that no object repeats a key and no key has a dot: then event patterns may stop reading early.</param>
    internal static bool IsJsonObject(ReadOnlySpan<byte> utf8Json, out bool hasUniqueKeys)
    {
        hasUniqueKeys = false;
        // The reader leaves the bytes of strings unchecked.
        if (!Utf8.IsValid(utf8Json))
            return false;

        var reader = new Utf8JsonReader(utf8Json, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            var keys = new UniqueKeys(stackalloc ulong[UniqueKeys.Room]);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    keys.Add(reader.ValueSpan, reader.CurrentDepth, reader.ValueIsEscaped);
                else if (reader.TokenType == JsonTokenType.StartObject)
                    keys.Open(reader.CurrentDepth + 1);
                else if (reader.TokenType == JsonTokenType.Number && IsTooLarge(ref reader))
                    return false;
            }

            hasUniqueKeys = keys.AreUnique;
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
