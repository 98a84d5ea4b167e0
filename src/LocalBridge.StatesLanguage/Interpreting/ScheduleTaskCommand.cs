using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Asks for one attempt at a task. The answer comes back as a stimulus with the same <see cref="AttemptId"/>.</summary>
/// <remarks>After a crash the same attempt may be dispatched again; <see cref="AttemptId"/> together with the execution's ARN is its
/// idempotency key.</remarks>
public sealed class ScheduleTaskCommand : Command
{
    internal ScheduleTaskCommand(long attemptId, string stateName, TaskResource resource, JsonValue input, JsonValue credentials, string? taskToken)
    {
        AttemptId = attemptId;
        StateName = stateName;
        Resource = resource;
        Input = input;
        Credentials = credentials;
        TaskToken = taskToken;
    }

    /// <summary>Gets the number of the attempt, unique in its execution.</summary>
    public long AttemptId { get; }

    /// <summary>Gets the name of the Task state.</summary>
    public string StateName { get; }

    /// <summary>Gets what is to be called.</summary>
    public TaskResource Resource { get; }

    /// <summary>Gets the effective input: the state's input after <c>InputPath</c> and <c>Parameters</c> (or <c>Arguments</c>).</summary>
    public JsonValue Input { get; }

    /// <summary>Gets the evaluated <c>Credentials</c> field, or undefined.</summary>
    public JsonValue Credentials { get; }

    /// <summary>Gets the token by which a callback answers this attempt; <see langword="null"/> when the resource waits for none.</summary>
    public string? TaskToken { get; }
}
