using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>A batch on its way to the database.</summary>
/// <remarks>Its operations and payloads stay as they are until it is completed: the committer waits for that.</remarks>
internal sealed class CommitRequest(IReadOnlyList<StorageOperation> operations)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IReadOnlyList<StorageOperation> Operations { get; } = operations;

    internal Task Task => _completion.Task;

    internal void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _completion.TrySetResult();
        }
        else
        {
            _completion.TrySetException(failure);
        }
    }
}
