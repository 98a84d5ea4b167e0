using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.Storage;

/// <summary>Reads JSON that was stored by the runtime itself.</summary>
internal static class StoredJson
{
    // What came from inside may be nested deeper than what is accepted from outside.
    private static readonly JsonReadOptions Options = new() { MaximumDepth = int.MaxValue };

    internal static JsonValue Parse(ReadOnlySpan<byte> bytes, string what) =>
        JsonValue.TryParse(bytes, Options, out JsonValue value, out JsonParseError? error)
            ? value
            : throw new StorageFormatException($"The stored {what} is no JSON: {error.Message} It is damaged, or it is protected and no payload protector is set.");

    internal static long Int64(JsonValue value) =>
        value.TryGetInt64(out long number) ? number : throw new StorageFormatException($"A stored value is '{value}' where a whole number was expected: it is damaged.");

    internal static DateTimeOffset Time(JsonValue ticks) => new(Int64(ticks), TimeSpan.Zero);

    internal static string? Text(JsonValue value) => value.TryGetString(out string? text) ? text : null;
}
