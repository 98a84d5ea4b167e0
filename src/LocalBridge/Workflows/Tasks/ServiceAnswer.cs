using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Adds to an answer what an optimised integration adds: how the call over HTTP went. There was none, so only what is true of every call is said.</summary>
internal static class ServiceAnswer
{
    private static readonly JsonObject HttpMetadata = JsonValue
        .Parse("""{"AllHttpHeaders":{},"HttpHeaders":{},"HttpStatusCode":200}""")
        .AsObject();

    internal static void AddMetadata(JsonObjectBuilder answer, Guid requestId)
    {
        answer["SdkHttpMetadata"] = HttpMetadata;
        var response = new JsonObjectBuilder(1);
        response["RequestId"] = requestId.ToString();
        answer["SdkResponseMetadata"] = response.Build();
    }

    /// <summary>Words the fault of a service as the history of an optimised integration shows it.</summary>
    internal static string Cause(string message, string service, int statusCode, string errorCode, Guid requestId) =>
        $"{message} (Service: {service}; Status Code: {statusCode}; Error Code: {errorCode}; Request ID: {requestId}; Proxy: null)";
}
