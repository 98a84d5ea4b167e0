using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows;

/// <summary>Extends <see cref="IStateMachines"/> by starts that are waited for, and starts with an object as input.</summary>
public static class StateMachinesExtensions
{
    /// <summary>Starts an execution of an Express state machine and waits for its end (<c>StartSyncExecution</c> of the AWS API).</summary>
    /// <param name="stateMachines">The workflows.</param>
    /// <param name="stateMachine">The name or ARN of the state machine.</param>
    /// <param name="input">The input; undefined stands for <c>{}</c>.</param>
    /// <param name="options">The name of the execution; <see langword="null"/> for a new UUID.</param>
    /// <param name="cancellationToken">Cancels the wait, not the execution.</param>
    /// <returns>How it ended; a failure is no exception.</returns>
    /// <exception cref="StateMachineDoesNotExistException">There is no such state machine.</exception>
    /// <exception cref="StateMachineTypeNotSupportedException">The state machine is a Standard one.</exception>
    public static async Task<SyncExecution> StartSyncAsync(
        this IStateMachines stateMachines,
        string stateMachine,
        JsonValue input,
        StartExecutionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stateMachines);
        StateMachineDescription description = await stateMachines.DescribeStateMachineAsync(stateMachine, cancellationToken).ConfigureAwait(false);
        if (description.Type != StateMachineType.Express)
        {
            throw new StateMachineTypeNotSupportedException();
        }

        Execution execution = await stateMachines.StartAsync(stateMachine, input, options, cancellationToken).ConfigureAwait(false);
        ExecutionResult result = await execution.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new SyncExecution
        {
            ExecutionArn = execution.ExecutionArn,
            Name = execution.Name,
            StateMachineArn = execution.StateMachineArn,
            StartDate = execution.StartDate,
            StopDate = result.StopDate,
            Status = result.Status,
            Input = input.IsUndefined ? JsonValue.EmptyObject : input,
            Output = result.Output,
            Error = result.Error,
            Cause = result.Cause,
        };
    }

    /// <summary>Starts an execution with an object as input.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="stateMachines">The workflows.</param>
    /// <param name="stateMachine">The name or ARN of the state machine.</param>
    /// <param name="input">The input.</param>
    /// <param name="typeInfo">How the input is written; safe for trimming and AOT.</param>
    /// <param name="options">The name of the execution; <see langword="null"/> for a new UUID.</param>
    /// <param name="cancellationToken">Cancels the call. A cancelled call has started nothing.</param>
    /// <returns>A handle to the execution.</returns>
    public static Task<Execution> StartAsync<TInput>(
        this IStateMachines stateMachines,
        string stateMachine,
        TInput input,
        JsonTypeInfo<TInput> typeInfo,
        StartExecutionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stateMachines);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return stateMachines.StartAsync(stateMachine, JsonValue.Serialize(input, typeInfo), options, cancellationToken);
    }

    /// <summary>Starts an execution with an object as input.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <param name="stateMachines">The workflows.</param>
    /// <param name="stateMachine">The name or ARN of the state machine.</param>
    /// <param name="input">The input.</param>
    /// <param name="options">The name of the execution; <see langword="null"/> for a new UUID.</param>
    /// <param name="cancellationToken">Cancels the call. A cancelled call has started nothing.</param>
    /// <returns>A handle to the execution.</returns>
    [RequiresUnreferencedCode("Writes the input by reflection. Use the overload with JsonTypeInfo when trimming.")]
    [RequiresDynamicCode("Writes the input by reflection. Use the overload with JsonTypeInfo with AOT.")]
    public static Task<Execution> StartAsync<TInput>(
        this IStateMachines stateMachines,
        string stateMachine,
        TInput input,
        StartExecutionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stateMachines);
        return stateMachines.StartAsync(stateMachine, JsonValue.Serialize(input, options: null), options, cancellationToken);
    }
}
