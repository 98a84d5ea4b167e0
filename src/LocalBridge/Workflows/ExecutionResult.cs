using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Represents how an execution ended.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Status">How it ended; never <see cref="ExecutionStatus.Running"/>.</param>
/// <param name="Output">The output of a successful execution; otherwise undefined.</param>
/// <param name="Error">The error name, if it did not succeed and has one.</param>
/// <param name="Cause">The cause, if it did not succeed and has one.</param>
/// <param name="StopDate">When it ended.</param>
public sealed record ExecutionResult(ExecutionStatus Status, JsonValue Output, string? Error, string? Cause, DateTimeOffset StopDate);
