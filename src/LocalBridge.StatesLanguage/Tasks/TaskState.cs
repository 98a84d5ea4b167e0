using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Represents a Task state: it does work.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class TaskState : State
{
    internal TaskState(StateFields fields, TaskResource resource, SecondsField timeout, SecondsField heartbeat, PayloadTemplate? credentials)
        : base(fields)
    {
        Resource = resource;
        Timeout = timeout;
        Heartbeat = heartbeat;
        Credentials = credentials;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Task;

    /// <summary>Gets what is called.</summary>
    public TaskResource Resource { get; }

    /// <summary>Gets how long the task may take (<c>TimeoutSeconds</c> or <c>TimeoutSecondsPath</c>).</summary>
    public SecondsField Timeout { get; }

    /// <summary>Gets how long the task may be silent (<c>HeartbeatSeconds</c> or <c>HeartbeatSecondsPath</c>).</summary>
    public SecondsField Heartbeat { get; }

    /// <summary>Gets the template of the <c>Credentials</c>, if it has one.</summary>
    public PayloadTemplate? Credentials { get; }
}
