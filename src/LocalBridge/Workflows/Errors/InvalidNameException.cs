using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a name that the service does not allow (<c>InvalidName</c> of the AWS API).</summary>
public sealed class InvalidNameException : LocalBridgeException
{
    internal InvalidNameException(string invalidName)
        : base("InvalidName", $"Invalid Name: '{invalidName}'")
    {
        InvalidName = invalidName;
    }

    /// <summary>Gets the name that was given.</summary>
    public string InvalidName { get; }
}
