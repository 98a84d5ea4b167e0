using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>A batch on its way to the file, its payloads already made bytes by whoever commits it.</summary>
internal sealed class CommitRequest
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
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

    /// <summary>Gets the payloads in the order in which <see cref="Journal"/> takes them.</summary>
    internal List<ReadOnlyMemory<byte>> Payloads { get; } = [];

    internal long Length { get; private set; }

    /// <summary>Gets whether it has operations on the tables themselves.</summary>
    internal bool IsDirect { get; private set; }

    internal Task Task => _completion.Task;

    /// <summary>Gets or sets why the batch alone was not committed.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>Begins with the first payload.</summary>
    internal void Rewind() => _next = 0;

    internal ReadOnlyMemory<byte> TakePayload() => Payloads[_next++];

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
            case ExecutionDiscard or RemoveRecord:
                IsDirect = true;
                break;
            case PutRecord put:
                IsDirect = true;
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

    private void Add(in StoragePayload payload)
    {
        ReadOnlyMemory<byte> bytes = payload.ToBytes();
        Payloads.Add(bytes);
        Length += bytes.Length;
    }
}
