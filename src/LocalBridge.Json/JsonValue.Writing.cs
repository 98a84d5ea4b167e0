using System.Buffers;
using System.Text;
using System.Text.Json;
using LocalBridge.Json.Writing;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    /// <summary>Returns the compact JSON text: no blanks, and only what must be escaped escaped.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    public string ToJson() => ToText(isIndented: false);

    /// <summary>Returns the JSON text with a line for each element and member, indented by two blanks.</summary>
    /// <returns>The text; lines end with a line feed.</returns>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    public string ToIndentedJson() => ToText(isIndented: true);

    /// <summary>Returns the compact JSON text in UTF-8.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    public byte[] ToUtf8()
    {
        var text = new Utf8JsonText();
        try
        {
            JsonTreeWriter.Write(ref text, this, isIndented: false);
            return text.Written.ToArray();
        }
        finally
        {
            text.Release();
        }
    }

    /// <summary>Writes the compact JSON text in UTF-8.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var text = new Utf8JsonText();
        try
        {
            JsonTreeWriter.Write(ref text, this, isIndented: false);
            writer.Write(text.Written);
        }
        finally
        {
            text.Release();
        }
    }

    /// <summary>Writes the value with the writer's own settings of indentation, escaping and depth.</summary>
    /// <param name="writer">Where to write. It cannot write lone surrogates and replaces them by U+FFFD.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>, or nested deeper than the writer allows.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Utf8JsonWriterBridge.Write(writer, this);
    }

    /// <summary>Returns the number of bytes <see cref="ToUtf8"/> would return, without building them.</summary>
    /// <returns>The number of bytes. Arrays and objects remember it, so asking again costs nothing.</returns>
    /// <exception cref="InvalidOperationException">The value is <see cref="Undefined"/>.</exception>
    /// <exception cref="OverflowException">The text would be longer than 2 GB.</exception>
    public int GetUtf8Length() => JsonTreeMeter.Measure(this);

    /// <summary>Returns the compact JSON text, like <see cref="ToJson"/>.</summary>
    /// <returns>The text; <c>undefined</c> for <see cref="Undefined"/>.</returns>
    public override string ToString() => IsUndefined ? "undefined" : ToJson();

    private string ToText(bool isIndented)
    {
        var text = new Utf8JsonText();
        try
        {
            JsonTreeWriter.Write(ref text, this, isIndented);
            return Encoding.UTF8.GetString(text.Written);
        }
        finally
        {
            text.Release();
        }
    }
}
