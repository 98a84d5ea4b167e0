using System.Text.Json;
using LocalBridge.Conformance.Corpora;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Represents one step of an answer.</summary>
/// <param name="Name"><c>submitted</c>, <c>succeeded</c>, <c>failed</c>, <c>timedOut</c>, <c>submitFailed</c>, <c>startFailed</c> or <c>scheduleFailed</c>.</param>
/// <param name="Value">The output, or error and cause.</param>
internal sealed record OutcomeStep(string Name, JsonElement Value)
{
    /// <summary>Gets the error name of a failure.</summary>
    public string? Error => Value.Text("error");

    /// <summary>Gets the JSON text of the output.</summary>
    public string Output => Value.GetRawText();

    /// <summary>Reads a step: an object with one member.</summary>
    public static OutcomeStep Read(JsonElement step)
    {
        JsonProperty member = step.EnumerateObject().First();
        return new OutcomeStep(member.Name, member.Value);
    }

    /// <summary>Returns the cause of a failure. The corpus gives it parsed when it was a JSON object.</summary>
    /// <param name="style">How the object was written.</param>
    public string? ToCause(JsonTextStyle style)
    {
        JsonElement cause = Value.Member("cause");
        return cause.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => cause.GetString(),
            _ => style.Write(cause),
        };
    }
}
