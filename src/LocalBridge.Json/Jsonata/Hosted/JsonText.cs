using LocalBridge.Json.Reading;

namespace LocalBridge.Json.Jsonata.Hosted;

/// <summary>$parse of Step Functions: the value of a JSON text.</summary>
internal static class JsonText
{
    internal const string Code = "D3144";

    /// <exception cref="JsonataException">D3144: the text is not JSON.</exception>
    internal static JsonValue Parse(string text)
    {
        try
        {
            return JsonValue.Parse(text);
        }
        catch (JsonParseException exception)
        {
            throw new JsonataException(Code, value: text) { OwnText = $"The argument of function \"parse\" is not JSON: {exception.Message}" };
        }
    }
}
