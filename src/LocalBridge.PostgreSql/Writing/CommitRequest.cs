using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>A batch on its way to the database, its payloads already made bytes by whoever commits it.</summary>
/// <remarks>Its operations stay as they are until it is completed: the committer waits for that.</remarks>
internal sealed class CommitRequest
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<byte[]?> _payloads = []; // in the order of the operations, and within them in that of GroupPlan
    private int _next;

    internal CommitRequest(StorageBatch batch)
    {
        Operations = batch.Operations;
        for (int i = 0; i < Operations.Count; i++)
        {
            Encode(Operations[i]);
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

    private void Encode(StorageOperation operation)
    {
        switch (operation)
        {
            case ExecutionCheckpoint checkpoint:
                Add(checkpoint.Description);
                Add(checkpoint.Outcome);
                Add(checkpoint.State);
                if (checkpoint.History is { } history)
                {
                    Add(history.Payload);
                }

                for (int i = 0; i < checkpoint.PutParts.Count; i++)
                {
                    Add(checkpoint.PutParts[i].Payload);
                }

                break;
            case PutRecord put:
                Add(put.Payload);
                break;
            case AppendEntry append:
                Add(append.Payload);
                Add(append.State);
                break;
            case UpdateEntry update:
                Add(update.State);
                break;
        }
    }

    private void Add(in StoragePayload payload) => _payloads.Add(payload.IsEmpty ? null : payload.ToBytes().ToArray());
}
