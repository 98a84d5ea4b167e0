using LocalBridge.Workflows.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalBridge.Functions;

/// <summary>Tells a registered function who calls it and why.</summary>
/// <remarks>Immutable, so safe to use from any thread. One instance belongs to one invocation.</remarks>
public sealed class FunctionContext
{
    /// <summary>Gets the name under which the function is registered.</summary>
    public required string FunctionName { get; init; }

    /// <summary>Gets the ARN of the execution that calls the function, or <see langword="null"/> when a rule calls it.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Gets the name of the state that calls the function, or <see langword="null"/> when a rule calls it.</summary>
    public string? StateName { get; init; }

    /// <summary>
    /// Gets the id of this attempt. A task that was pending when the process ended is dispatched again with the same id, so a function may use it
    /// as an idempotency key.
    /// </summary>
    public string? AttemptId
    {
        get => field ?? Task?.AttemptId;
        init;
    }

    /// <summary>Gets the attempt of an execution, from which the id is written when somebody asks: few functions do.</summary>
    internal TaskContext? Task { get; init; }

    /// <summary>Gets the task token of a <c>.waitForTaskToken</c> task, or <see langword="null"/>.</summary>
    public string? TaskToken { get; init; }

    /// <summary>Gets the id of the event that a rule delivers to the function, or <see langword="null"/> when an execution calls it.</summary>
    public string? EventId { get; init; }

    /// <summary>
    /// Gets the services of the application, or <see langword="null"/> when none were given (<c>UseServices</c>, <c>AddLocalBridge</c>).
    /// These are the root services; injected parameters come from a scope of their own.
    /// </summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Gets the logger for what the function has to say.</summary>
    /// <value>The default value is a logger that writes nothing.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
