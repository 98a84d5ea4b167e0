namespace LocalBridge.Targets;

/// <summary>The <c>ERROR_CODE</c> values of dead letters that can occur in process.</summary>
internal static class DeliveryErrorCodes
{
    internal const string ErrorFromTarget = "ERROR_FROM_TARGET";

    internal const string InvalidJson = "INVALID_JSON";

    internal const string InvalidParameter = "INVALID_PARAMETER";

    internal const string NoResource = "NO_RESOURCE";

    internal const string Timeout = "TIMEOUT";
}
