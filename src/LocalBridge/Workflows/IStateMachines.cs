using System.Diagnostics.CodeAnalysis;
using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Workflows;

/// <summary>Represents the workflows of a bridge: creates state machines, starts their executions and answers for them.</summary>
/// <remarks>
/// <para>Safe for use from any thread. Wherever a state machine is asked for, its name or its ARN may be given.</para>
/// <para>Every call is answered only after its effect is committed to storage.</para>
/// <para>All methods throw <see cref="ObjectDisposedException"/> after the bridge was disposed, <see cref="OperationCanceledException"/> when
/// cancelled, and <see cref="InvalidArnException"/> for an ARN that cannot be read.</para>
/// </remarks>
/// <example>
/// <code>
/// Execution execution = await stateMachines.StartAsync("fulfil-order", JsonValue.Parse("""{"orderId":7}"""));
/// JsonValue receipt = await execution.GetResultAsync();
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1716", Justification = "'error' is the word of the AWS API.")]
public interface IStateMachines
{
    /// <summary>Creates a state machine. Creating it again with the same definition, role and type answers the one that exists.</summary>
    /// <param name="request">What it is created from.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state machine.</returns>
    /// <exception cref="InvalidNameException">The service does not allow the name.</exception>
    /// <exception cref="InvalidDefinitionException">The definition is invalid, or names a function or resource that is not registered.</exception>
    /// <exception cref="StateMachineAlreadyExistsException">The name is taken by a different state machine.</exception>
    Task<StateMachineDescription> CreateStateMachineAsync(CreateStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes the definition or role of a state machine. Running executions go on with what they began with.</summary>
    /// <param name="request">What is to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state machine after the change.</returns>
    /// <exception cref="StateMachineDoesNotExistException">There is no such state machine.</exception>
    /// <exception cref="InvalidDefinitionException">The definition is invalid, or names a function or resource that is not registered.</exception>
    /// <exception cref="MissingRequiredParameterException">Nothing is to change.</exception>
    Task<StateMachineDescription> UpdateStateMachineAsync(UpdateStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a state machine. Running executions go on. Deleting what does not exist succeeds, as in AWS.</summary>
    /// <remarks>Differs from AWS: it is gone at once, not only when its last execution has ended.</remarks>
    /// <param name="stateMachine">The name or ARN.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about a state machine.</summary>
    /// <param name="stateMachine">The name or ARN.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StateMachineDoesNotExistException">There is no such state machine.</exception>
    Task<StateMachineDescription> DescribeStateMachineAsync(string stateMachine, CancellationToken cancellationToken = default);

    /// <summary>Returns the state machines, oldest first.</summary>
    /// <param name="options">Which page is wanted; <see langword="null"/> for the first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<StateMachinePage> ListStateMachinesAsync(PageOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an execution and returns when it is accepted, that is, committed; it does not wait for its end.</summary>
    /// <param name="stateMachine">The name or ARN of the state machine.</param>
    /// <param name="input">The input; undefined stands for <c>{}</c>.</param>
    /// <param name="options">The name of the execution; <see langword="null"/> for a new UUID.</param>
    /// <param name="cancellationToken">Cancels the call. A cancelled call has started nothing.</param>
    /// <returns>A handle to the execution.</returns>
    /// <remarks>An execution of an Express state machine runs on the caller's thread up to the first task or timer that does not complete at once.</remarks>
    /// <exception cref="StateMachineDoesNotExistException">There is no such state machine.</exception>
    /// <exception cref="ExecutionAlreadyExistsException">The name is taken by a running execution with another input, or by a closed one.</exception>
    /// <exception cref="InvalidNameException">The service does not allow the name.</exception>
    /// <exception cref="InvalidExecutionInputException">The input is too large.</exception>
    Task<Execution> StartAsync(
        string stateMachine,
        JsonValue input,
        StartExecutionOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Returns a handle to an execution of a Standard state machine, for example after a restart.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    Task<Execution> GetExecutionAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about an execution of a Standard state machine.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    Task<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the history of an execution of a Standard state machine.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="options">Which page in which order is wanted; <see langword="null"/> for the first, oldest event first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    Task<HistoryPage> GetHistoryAsync(string executionArn, GetHistoryOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the executions of a Standard state machine, newest first.</summary>
    /// <param name="stateMachine">The name or ARN of the state machine.</param>
    /// <param name="options">Which executions and which page are wanted; <see langword="null"/> for the first page of all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StateMachineDoesNotExistException">There is no such state machine.</exception>
    /// <exception cref="StateMachineTypeNotSupportedException">The state machine is an Express one.</exception>
    Task<ExecutionPage> ListExecutionsAsync(
        string stateMachine,
        ListExecutionsOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Stops an execution of a Standard state machine. An execution that has ended stays as it ended.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="error">The error to record, at most 256 characters.</param>
    /// <param name="cause">The cause to record, at most 32,768 characters.</param>
    /// <param name="cancellationToken">Cancels the wait; the execution may be stopped nevertheless.</param>
    /// <returns>When the execution ended.</returns>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    Task<DateTimeOffset> StopAsync(string executionArn, string? error = null, string? cause = null, CancellationToken cancellationToken = default);

    /// <summary>Returns what is known about a Map Run: one run of a distributed Map state.</summary>
    /// <param name="mapRunArn">The ARN of the Map Run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceNotFoundException">There is no such Map Run, or it is no longer remembered.</exception>
    Task<MapRunDescription> DescribeMapRunAsync(string mapRunArn, CancellationToken cancellationToken = default);

    /// <summary>Returns the Map Runs of an execution, newest first.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="options">Which page is wanted; <see langword="null"/> for the first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    Task<MapRunPage> ListMapRunsAsync(string executionArn, PageOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the child executions of a Map Run, newest first. Express children are not kept and so not listed.</summary>
    /// <param name="mapRunArn">The ARN of the Map Run.</param>
    /// <param name="options">Which executions and which page are wanted; <see langword="null"/> for the first page of all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceNotFoundException">There is no such Map Run, or it is no longer remembered.</exception>
    Task<ExecutionPage> ListMapRunExecutionsAsync(
        string mapRunArn,
        ListExecutionsOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Changes how many child executions of a running Map Run run at once, and how many failures it tolerates.</summary>
    /// <param name="request">What is to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ResourceNotFoundException">There is no such Map Run.</exception>
    /// <exception cref="ValidationException">A value is out of range, or the Map Run has ended.</exception>
    Task UpdateMapRunAsync(UpdateMapRunRequest request, CancellationToken cancellationToken = default);

    /// <summary>Answers a task that waits for its token, or an activity task, with its result.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="output">The result.</param>
    /// <param name="cancellationToken">Cancels the wait; the answer may count nevertheless.</param>
    /// <exception cref="InvalidTokenException">The token is none of this bridge.</exception>
    /// <exception cref="TaskTimedOutException">The task has ended already.</exception>
    Task SendTaskSuccessAsync(string taskToken, JsonValue output, CancellationToken cancellationToken = default);

    /// <summary>Answers a task that waits for its token, or an activity task, with a failure.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="error">The error name, which <c>Retry</c> and <c>Catch</c> match; at most 256 characters.</param>
    /// <param name="cause">The description; at most 32,768 characters.</param>
    /// <param name="cancellationToken">Cancels the wait; the answer may count nevertheless.</param>
    /// <exception cref="InvalidTokenException">The token is none of this bridge.</exception>
    /// <exception cref="TaskTimedOutException">The task has ended already.</exception>
    Task SendTaskFailureAsync(string taskToken, string? error = null, string? cause = null, CancellationToken cancellationToken = default);

    /// <summary>Tells that the task with the token is still being worked on; its <c>HeartbeatSeconds</c> begin anew.</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="cancellationToken">Cancels the wait; the heartbeat may count nevertheless.</param>
    /// <exception cref="InvalidTokenException">The token is none of this bridge.</exception>
    /// <exception cref="TaskTimedOutException">The task has ended already.</exception>
    Task SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default);

    /// <summary>Runs one state alone, without a state machine and without an execution (<c>TestState</c> of the AWS API).</summary>
    /// <param name="request">The state, its input, and what stands in for its task, branches or iterations.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How the state ended and, if asked for, what its data looked like on the way.</returns>
    /// <remarks>The state runs on the interpreter that runs executions. A Wait state does not wait. A task that is not mocked is really called.</remarks>
    /// <exception cref="InvalidDefinitionException">The definition is invalid, or of a state that cannot be tested without a mock.</exception>
    /// <exception cref="LocalBridge.Errors.ValidationException">There is no such state, or the parts of the request do not fit together.</exception>
    Task<TestStateResponse> TestStateAsync(TestStateRequest request, CancellationToken cancellationToken = default);
}
