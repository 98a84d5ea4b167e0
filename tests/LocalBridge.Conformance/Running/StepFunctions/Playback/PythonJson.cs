using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Writes texts as the functions of the recordings do, with no more escapes than JSON asks for.</summary>
internal static class PythonJson
{
    /// <summary>Gets the options.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
