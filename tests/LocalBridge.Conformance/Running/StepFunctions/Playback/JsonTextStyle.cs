using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents how a JSON text is written. A Lambda function that is called by its ARN fails with its own text, which in the recordings is
/// that of Python, with blanks; <c>lambda:invoke</c> and the other integrations write it anew without blanks.</summary>
internal sealed class JsonTextStyle
{
    private static readonly JsonSerializerOptions Texts = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _comma;
    private readonly string _colon;

    private JsonTextStyle(string comma, string colon)
    {
        _comma = comma;
        _colon = colon;
    }

    /// <summary>Gets the style of a function called by its ARN.</summary>
    public static JsonTextStyle Python { get; } = new(", ", ": ");

    /// <summary>Gets the style of the service.</summary>
    public static JsonTextStyle Compact { get; } = new(",", ":");

    /// <summary>Writes a value.</summary>
    public string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(_comma, value.EnumerateObject().Select(member => $"{Text(member.Name)}{_colon}{Write(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(_comma, value.EnumerateArray().Select(Write))}]",
        JsonValueKind.String => Text(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string Text(string text) => JsonSerializer.Serialize(text, Texts);
}
