using LocalBridge.Json;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Stands for the submitter where none is asked: reading and writing objects is answered at once.</summary>
internal sealed class NoTaskSubmitter : ITaskSubmitter
{
    internal static NoTaskSubmitter Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask SubmitAsync(JsonValue output) => throw new InvalidOperationException("Reading or writing an object is answered at once and never submitted.");
}
