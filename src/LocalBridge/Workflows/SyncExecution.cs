using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Represents an execution of an Express state machine that was waited for (<c>StartSyncExecution</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record SyncExecution
{
    private const int BillingUnit = 100;

    /// <summary>Gets the ARN of the execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the name of the execution.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ARN of the state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended.</summary>
    public required DateTimeOffset StopDate { get; init; }

    /// <summary>Gets how it ended; never <see cref="ExecutionStatus.Running"/>.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Gets its input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>Gets its output; undefined unless it succeeded.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Gets the error name, if it did not succeed and has one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause, if it did not succeed and has one.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the duration that the service would bill: rounded up to 100 ms.</summary>
    public TimeSpan BilledDuration => TimeSpan.FromMilliseconds(Math.Ceiling((StopDate - StartDate).TotalMilliseconds / BillingUnit) * BillingUnit);

    /// <summary>Gets the memory that the service would bill, in megabytes.</summary>
    /// <value>The default is 64, the least that is billed; how much the service would really measure is not known here.</value>
    public int BilledMemoryMegabytes { get; init; } = 64;
}
