using LocalBridge.Json;

namespace LocalBridge.Workflows.Activities;

/// <summary>Represents a task that a worker fetched (<c>GetActivityTask</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="TaskToken">The token to answer with.</param>
/// <param name="Input">The input.</param>
public sealed record ActivityTask(string TaskToken, JsonValue Input);
