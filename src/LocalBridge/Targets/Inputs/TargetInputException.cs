namespace LocalBridge.Targets.Inputs;

/// <summary>The input of a target cannot be made from an event. Trying again cannot help.</summary>
internal sealed class TargetInputException(string errorCode, string message) : Exception(message)
{
    internal string ErrorCode { get; } = errorCode;
}
