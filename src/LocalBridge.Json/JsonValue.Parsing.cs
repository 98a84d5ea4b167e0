using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    /// <summary>Reads JSON text with the default settings.</summary>
    /// <param name="json">The text of one JSON value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonParseException">The text is not JSON; the exception names the place.</exception>
    public static JsonValue Parse(string json) => Parse(json, JsonReadOptions.Default);

    /// <summary>Reads JSON text.</summary>
    /// <param name="json">The text of one JSON value.</param>
    /// <param name="options">The settings.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="JsonParseException">The text is not JSON; the exception names the place.</exception>
    public static JsonValue Parse(string json, JsonReadOptions options) =>
        TryParse(json, options, out JsonValue value, out JsonParseError? error) ? value : throw new JsonParseException(error);

    /// <summary>Reads JSON text with the default settings.</summary>
    /// <param name="utf8Json">The text of one JSON value in UTF-8, with or without a byte order mark.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonParseException">The text is not JSON; the exception names the place.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8Json) => Parse(utf8Json, JsonReadOptions.Default);

    /// <summary>Reads JSON text.</summary>
    /// <param name="utf8Json">The text of one JSON value in UTF-8, with or without a byte order mark.</param>
    /// <param name="options">The settings.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonParseException">The text is not JSON; the exception names the place.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8Json, JsonReadOptions options) =>
        TryParse(utf8Json, options, out JsonValue value, out JsonParseError? error) ? value : throw new JsonParseException(error);

    /// <summary>Reads JSON text with the default settings, without an exception where it is not JSON.</summary>
    /// <param name="json">The text of one JSON value.</param>
    /// <param name="value">The value, or <see cref="Undefined"/>.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string json, out JsonValue value, [NotNullWhen(false)] out JsonParseError? error) =>
        TryParse(json, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads JSON text, without an exception where it is not JSON.</summary>
    /// <param name="json">The text of one JSON value.</param>
    /// <param name="options">The settings.</param>
    /// <param name="value">The value, or <see cref="Undefined"/>.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> or <paramref name="options"/> is <see langword="null"/>.</exception>
    public static bool TryParse(string json, JsonReadOptions options, out JsonValue value, [NotNullWhen(false)] out JsonParseError? error)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Utf16JsonText.MaximumLength(json));
        try
        {
            ReadOnlySpan<byte> utf8 = buffer.AsSpan(0, Utf16JsonText.Encode(json, buffer));
            if (Utf8JsonParser.TryParse(utf8, options, out value, out error))
            {
                return true;
            }

            error = error with { Offset = Utf16JsonText.OffsetOf(json, error) };
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads JSON text with the default settings, without an exception where it is not JSON.</summary>
    /// <param name="utf8Json">The text of one JSON value in UTF-8, with or without a byte order mark.</param>
    /// <param name="value">The value, or <see cref="Undefined"/>.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, out JsonValue value, [NotNullWhen(false)] out JsonParseError? error) =>
        TryParse(utf8Json, JsonReadOptions.Default, out value, out error);

    /// <summary>Reads JSON text, without an exception where it is not JSON.</summary>
    /// <param name="utf8Json">The text of one JSON value in UTF-8, with or without a byte order mark.</param>
    /// <param name="options">The settings.</param>
    /// <param name="value">The value, or <see cref="Undefined"/>.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <returns><see langword="true"/> where the text is JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8Json,
        JsonReadOptions options,
        out JsonValue value,
        [NotNullWhen(false)] out JsonParseError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Utf8JsonParser.TryParse(utf8Json, options, out value, out error);
    }
}
