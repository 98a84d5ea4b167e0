using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Says that the execution has ended. It is the last command of its execution.</summary>
public sealed class CompleteExecutionCommand : Command
{
    internal CompleteExecutionCommand(ExecutionStatus status, JsonValue output, string? error, string? cause)
    {
        Status = status;
        Output = output;
        Error = error;
        Cause = cause;
    }

    /// <summary>Gets how it ended; never <see cref="ExecutionStatus.Running"/>.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>Gets the output of a successful execution; otherwise undefined.</summary>
    public JsonValue Output { get; }

    /// <summary>Gets the error name, if the execution did not succeed and has one.</summary>
    public string? Error { get; }

    /// <summary>Gets the cause, if the execution did not succeed and has one.</summary>
    public string? Cause { get; }
}
