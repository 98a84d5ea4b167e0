using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Takes the word of a running handler that the request of its task was accepted.</summary>
internal interface ITaskSubmitter
{
    /// <summary>Records the acceptance.</summary>
    /// <param name="output">The answer to the request.</param>
    /// <returns>A task that completes when it is committed.</returns>
    ValueTask SubmitAsync(JsonValue output);
}
