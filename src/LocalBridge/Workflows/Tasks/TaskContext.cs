using System.Globalization;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Represents one attempt at a task, as a task handler sees it.</summary>
/// <remarks>Safe for use from any thread. One instance belongs to one attempt.</remarks>
public sealed class TaskContext
{
    private readonly ExecutionStart _start;
    private readonly ScheduleTaskCommand _command;
    private readonly ITaskSubmitter _submitter;

    internal TaskContext(WorkflowEngine engine, ExecutionStart start, ScheduleTaskCommand command, ITaskSubmitter submitter)
    {
        Engine = engine;
        _start = start;
        _command = command;
        _submitter = submitter;
    }

    /// <summary>Gets the ARN of the execution.</summary>
    public string ExecutionArn => _start.ExecutionArn;

    /// <summary>Gets the name of the execution.</summary>
    public string ExecutionName => _start.ExecutionName;

    /// <summary>Gets the ARN of the state machine.</summary>
    public string StateMachineArn => _start.StateMachineArn;

    /// <summary>Gets the name of the Task state.</summary>
    public string StateName => _command.StateName;

    /// <summary>Gets the resource that the task calls.</summary>
    public TaskResource Resource => _command.Resource;

    /// <summary>Gets the input: the state's input after <c>InputPath</c> and <c>Parameters</c> (or <c>Arguments</c>).</summary>
    public JsonValue Input => _command.Input;

    /// <summary>Gets the evaluated <c>Credentials</c>; undefined when the state has none.</summary>
    public JsonValue Credentials => _command.Credentials;

    /// <summary>Gets the token by which somebody answers the task; <see langword="null"/> unless the resource is a <c>.waitForTaskToken</c> one.</summary>
    public string? TaskToken => _command.TaskToken;

    /// <summary>Gets the id of this attempt, unique among all attempts of all executions. A task that was pending when the process ended is
    /// dispatched again with the same id: use it as the idempotency key.</summary>
    public string AttemptId => string.Create(CultureInfo.InvariantCulture, $"{_start.ExecutionArn}#{_command.AttemptId}");

    /// <summary>Gets the engine that runs the execution.</summary>
    internal WorkflowEngine Engine { get; }

    /// <summary>Tells that the request of a <c>.sync</c> or <c>.waitForTaskToken</c> task was accepted, while the handler goes on. Without
    /// it, the request counts as accepted when the handler returns.</summary>
    /// <param name="output">The answer to the request; the history shows it.</param>
    /// <returns>A task that completes when this is committed.</returns>
    /// <exception cref="InvalidOperationException">The resource is neither a <c>.sync</c> nor a <c>.waitForTaskToken</c> one.</exception>
    public ValueTask SubmitAsync(JsonValue output) => Resource.Pattern == TaskPattern.RequestResponse
        ? throw new InvalidOperationException($"The resource '{Resource.Text}' answers its request at once; only a '.sync' or '.waitForTaskToken' resource is submitted.")
        : _submitter.SubmitAsync(output);
}
