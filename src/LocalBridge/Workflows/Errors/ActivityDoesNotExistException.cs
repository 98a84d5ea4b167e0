using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an activity that does not exist (<c>ActivityDoesNotExist</c> of the AWS API).</summary>
public sealed class ActivityDoesNotExistException : LocalBridgeException
{
    internal ActivityDoesNotExistException(string activityArn)
        : base("ActivityDoesNotExist", $"Activity Does Not Exist: '{activityArn}'")
    {
        ActivityArn = activityArn;
    }

    /// <summary>Gets the ARN that was asked for.</summary>
    public string ActivityArn { get; }
}
