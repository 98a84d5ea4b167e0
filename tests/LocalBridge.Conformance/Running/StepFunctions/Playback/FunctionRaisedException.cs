using System.Text.Json;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>The exception that a function of a case raises.</summary>
internal sealed class FunctionRaisedException(string errorType, string errorMessage, string requestId, JsonElement stackTrace) : Exception(errorMessage)
{
    /// <summary>Gets the error name.</summary>
    public string ErrorType { get; } = errorType;

    /// <summary>Returns the cause: a JSON object with message, type, request and stack.</summary>
    public string ToCause(JsonTextStyle style)
    {
        Dictionary<string, object> members = new(StringComparer.Ordinal)
        {
            ["errorMessage"] = Message,
            ["errorType"] = ErrorType,
            ["requestId"] = requestId,
        };
        if (stackTrace.ValueKind == JsonValueKind.Array)
        {
            members.Add("stackTrace", stackTrace);
        }

        return style.Write(JsonSerializer.SerializeToElement(members));
    }
}
