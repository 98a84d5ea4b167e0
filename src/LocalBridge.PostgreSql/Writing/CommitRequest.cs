using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>A batch on its way to the database, its payloads already made bytes by whoever commits it.</summary>
/// <remarks>Its operations stay as they are until it is completed: the committer waits for that.</remarks>
internal sealed class CommitRequest
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<byte[]?> _payloads = []; // in the order of StorageBatch.AddPayloadsTo
    private int _next;

    internal CommitRequest(StorageBatch batch)
    {
        Operations = batch.Operations;
        var payloads = new List<StoragePayload>();
        batch.AddPayloadsTo(payloads);
        foreach (StoragePayload payload in payloads)
        {
            _payloads.Add(payload.IsEmpty ? null : payload.ToBytes().ToArray());
        }
    }

    internal IReadOnlyList<StorageOperation> Operations { get; }

    internal Task Task => _completion.Task;

    /// <summary>Begins with the first payload.</summary>
    internal void Rewind() => _next = 0;

    /// <returns>The next payload; null for an empty one.</returns>
    internal byte[]? TakePayload() => _payloads[_next++];

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
