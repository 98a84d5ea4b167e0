using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    // The texts come from values that exist already, so only their depth is left to be unlimited.
    private static readonly JsonReadOptions Interop = new() { MaximumDepth = int.MaxValue, IsLenient = true };
    private static readonly JsonDocumentOptions InteropDocument = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions InteropWriter = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

    /// <summary>Converts an element of a <see cref="JsonDocument"/>.</summary>
    /// <param name="element">The element; an undefined one becomes <see cref="Undefined"/>.</param>
    /// <returns>The value, which does not depend on the document's lifetime.</returns>
    public static JsonValue FromElement(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? default : Parse(JsonMarshal.GetRawUtf8Value(element), Interop);

    /// <summary>Converts a node.</summary>
    /// <param name="node">The node; <see langword="null"/> becomes <see cref="Null"/>.</param>
    /// <returns>The value, which does not follow later changes of the node.</returns>
    public static JsonValue FromNode(JsonNode? node)
    {
        if (node is null)
        {
            return Null;
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, InteropWriter))
        {
            node.WriteTo(writer);
        }

        return Parse(buffer.WrittenSpan, Interop);
    }

    /// <summary>Converts to an element that needs no disposing.</summary>
    /// <returns>The element; undefined for <see cref="Undefined"/>.</returns>
    public JsonElement ToElement()
    {
        if (IsUndefined)
        {
            return default;
        }

        var reader = new Utf8JsonReader(ToUtf8(), new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Converts to a node.</summary>
    /// <returns>A new node; <see langword="null"/> for <see cref="Null"/> and <see cref="Undefined"/>.</returns>
    public JsonNode? ToNode() => IsUndefined ? null : JsonNode.Parse(ToUtf8(), null, InteropDocument);

    /// <summary>Converts to an object of a type known to a source-generated context.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">The metadata of the type.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    public T? Deserialize<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return JsonSerializer.Deserialize(ToUtf8(), typeInfo);
    }

    /// <summary>Converts to an object by reflection.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The settings; <see langword="null"/> means those of <see cref="JsonSerializerOptions.Default"/>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    [RequiresUnreferencedCode("The type's members may be trimmed; use the overload with a JsonTypeInfo<T>.")]
    [RequiresDynamicCode("Reflection may need code generated at run time; use the overload with a JsonTypeInfo<T>.")]
    public T? Deserialize<T>(JsonSerializerOptions? options) => JsonSerializer.Deserialize<T>(ToUtf8(), options);

    /// <summary>Converts an object of a type known to a source-generated context.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The object; <see langword="null"/> becomes <see cref="Null"/>.</param>
    /// <param name="typeInfo">The metadata of the type.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is <see langword="null"/>.</exception>
    public static JsonValue Serialize<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return Parse(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo), Interop);
    }

    /// <summary>Converts an object by reflection.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The object; <see langword="null"/> becomes <see cref="Null"/>.</param>
    /// <param name="options">The settings; <see langword="null"/> means those of <see cref="JsonSerializerOptions.Default"/>.</param>
    /// <returns>The value.</returns>
    [RequiresUnreferencedCode("The type's members may be trimmed; use the overload with a JsonTypeInfo<T>.")]
    [RequiresDynamicCode("Reflection may need code generated at run time; use the overload with a JsonTypeInfo<T>.")]
    public static JsonValue Serialize<T>(T value, JsonSerializerOptions? options) =>
        Parse(JsonSerializer.SerializeToUtf8Bytes(value, options), Interop);
}
