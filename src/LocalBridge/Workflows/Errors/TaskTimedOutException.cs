using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a task token whose task has ended: it timed out, was answered, or its execution ended (<c>TaskTimedOut</c> of the AWS API).</summary>
public sealed class TaskTimedOutException : LocalBridgeException
{
    internal TaskTimedOutException(string reason)
        : base("TaskTimedOut", $"Task Timed Out: '{reason}'")
    {
        Reason = reason;
    }

    /// <summary>Gets what happened to the task.</summary>
    public string Reason { get; }
}
