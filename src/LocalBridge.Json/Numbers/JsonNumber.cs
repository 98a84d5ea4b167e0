namespace LocalBridge.Json.Numbers;

/// <summary>Marks a <see cref="JsonValue"/> as a number and keeps the literal where it is not the canonical text of the value.</summary>
internal sealed class JsonNumber
{
    /// <summary>The bits of the value are an Int64, written in decimal.</summary>
    internal static readonly JsonNumber Int64 = new(null);

    /// <summary>The bits of the value are a Double, written by <see cref="NumberFormatter"/>.</summary>
    internal static readonly JsonNumber Double = new(null);

    private JsonNumber(string? text) => Text = text;

    /// <summary>Gets the literal as it was read, or <see langword="null"/> where the text follows from the bits.</summary>
    internal string? Text { get; }

    internal static JsonNumber FromText(string text) => new(text);
}
