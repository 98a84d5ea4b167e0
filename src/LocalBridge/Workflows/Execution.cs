using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

/// <summary>Represents a handle to one execution that was started.</summary>
/// <remarks>Instances are immutable and safe for use from any thread. A handle keeps the result of its execution in memory as long as
/// somebody keeps the handle; nothing else of a finished execution does.</remarks>
public sealed class Execution
{
    internal Execution(string executionArn, string name, string stateMachineArn, DateTimeOffset startDate, ExecutionCompletion completion)
    {
        ExecutionArn = executionArn;
        Name = name;
        StateMachineArn = stateMachineArn;
        StartDate = startDate;
        Completion = completion;
    }

    /// <summary>Gets the ARN of the execution.</summary>
    public string ExecutionArn { get; }

    /// <summary>Gets the name of the execution.</summary>
    public string Name { get; }

    /// <summary>Gets the ARN of its state machine.</summary>
    public string StateMachineArn { get; }

    /// <summary>Gets when it was started.</summary>
    public DateTimeOffset StartDate { get; }

    /// <summary>Gets what tells the end of the execution.</summary>
    internal ExecutionCompletion Completion { get; }

    /// <summary>Waits for the end of the execution. The end is told only after it is committed.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the execution.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ObjectDisposedException">The bridge was disposed before the execution ended.</exception>
    public Task<ExecutionResult> WaitAsync(CancellationToken cancellationToken = default) => Completion.Task.WaitAsync(cancellationToken);

    /// <summary>Waits for the end of the execution and returns its output.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the execution.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ExecutionFailedException">The execution did not succeed.</exception>
    /// <exception cref="ObjectDisposedException">The bridge was disposed before the execution ended.</exception>
    public async Task<JsonValue> GetResultAsync(CancellationToken cancellationToken = default)
    {
        ExecutionResult result = await WaitAsync(cancellationToken).ConfigureAwait(false);
        return result.Status == ExecutionStatus.Succeeded
            ? result.Output
            : throw new ExecutionFailedException(ExecutionArn, result.Status, result.Error, result.Cause);
    }

    /// <summary>Waits for the end of the execution and returns its output as an object.</summary>
    /// <typeparam name="TResult">The type to read the output as.</typeparam>
    /// <param name="typeInfo">How the type is read; safe for trimming and AOT.</param>
    /// <param name="cancellationToken">Cancels the wait, not the execution.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ExecutionFailedException">The execution did not succeed.</exception>
    /// <exception cref="System.Text.Json.JsonException">The output cannot be read as <typeparamref name="TResult"/>.</exception>
    public async Task<TResult?> GetResultAsync<TResult>(JsonTypeInfo<TResult> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        JsonValue output = await GetResultAsync(cancellationToken).ConfigureAwait(false);
        return output.Deserialize(typeInfo);
    }

    /// <summary>Waits for the end of the execution and returns its output as an object.</summary>
    /// <typeparam name="TResult">The type to read the output as.</typeparam>
    /// <param name="cancellationToken">Cancels the wait, not the execution.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ExecutionFailedException">The execution did not succeed.</exception>
    /// <exception cref="System.Text.Json.JsonException">The output cannot be read as <typeparamref name="TResult"/>.</exception>
    [RequiresUnreferencedCode("Reads the result by reflection. Use the overload with JsonTypeInfo when trimming.")]
    [RequiresDynamicCode("Reads the result by reflection. Use the overload with JsonTypeInfo with AOT.")]
    public async Task<TResult?> GetResultAsync<TResult>(CancellationToken cancellationToken = default)
    {
        JsonValue output = await GetResultAsync(cancellationToken).ConfigureAwait(false);
        return output.Deserialize<TResult>(options: null);
    }
}
