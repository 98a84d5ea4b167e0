using System.Text.Json;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>The exception that a function of a case raises.</summary>
internal sealed class FunctionRaisedException(string errorType, string errorMessage, string requestId, JsonElement stackTrace) : Exception(errorMessage)
{
    /// <summary>Gets the error name.</summary>
    public string ErrorType { get; } = errorType;

    /// <summary>Returns the cause as the service shows it: the function's own text when it is called by its ARN, and the same written anew
    /// without blanks when it is called through <c>lambda:invoke</c>.</summary>
    public string ToCause(bool isCompact)
    {
        string separator = isCompact ? ":" : ": ";
        string comma = isCompact ? "," : ", ";
        List<string> members =
        [
            $"\"errorMessage\"{separator}{PythonText(Message)}",
            $"\"errorType\"{separator}{PythonText(ErrorType)}",
            $"\"requestId\"{separator}{PythonText(requestId)}",
        ];
        if (stackTrace.ValueKind == JsonValueKind.Array)
        {
            IEnumerable<string> lines = stackTrace.EnumerateArray().Select(static line => PythonText(line.GetString()!));
            members.Add($"\"stackTrace\"{separator}[{string.Join(comma, lines)}]");
        }

        return $"{{{string.Join(comma, members)}}}";
    }

    // The functions of the recordings are Python: only quotes, backslashes and control characters are escaped.
    private static string PythonText(string text) =>
        JsonSerializer.Serialize(text, PythonJson.Options);
}
