using System.Buffers;
using System.Threading.Tasks.Sources;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>A batch on its way to the file, its payloads already made bytes by whoever commits it.</summary>
/// <remarks>Used for many batches, one after the other.</remarks>
internal sealed class CommitRequest : IValueTaskSource
{
    private const int LargestKept = 256 << 10;

    private readonly ArrayBufferWriter<byte> _payloads = new(1024); // in the order in which the journal takes them
    private readonly List<int> _ends = [];
    private readonly List<StoragePayload> _encoded = []; // while the request is filled
    private ManualResetValueTaskSourceCore<bool> _completion = new() { RunContinuationsAsynchronously = true };
    private int _next;

    internal IReadOnlyList<StorageOperation> Operations { get; private set; } = [];

    internal int Length => _payloads.WrittenCount;

    /// <summary>Gets whether it has operations on the tables themselves.</summary>
    internal bool IsDirect { get; private set; }

    /// <summary>Gets what completes when the batch is committed, or was refused; awaited once.</summary>
    internal ValueTask Task => new(this, _completion.Version);

    /// <summary>Gets or sets why the batch alone was not committed.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>Begins with a batch.</summary>
    internal void Fill(StorageBatch batch)
    {
        Operations = batch.Operations;
        for (int i = 0; i < Operations.Count; i++)
        {
            IsDirect |= Operations[i] is PutRecord or RemoveRecord or ExecutionDiscard;
        }

        batch.AddPayloadsTo(_encoded);
        foreach (StoragePayload payload in _encoded)
        {
            payload.WriteTo(_payloads);
            _ends.Add(_payloads.WrittenCount);
        }

        _encoded.Clear();
    }

    /// <summary>Makes the request ready for another batch.</summary>
    /// <returns>Whether it is worth keeping.</returns>
    internal bool TryReset()
    {
        Operations = [];
        IsDirect = false;
        Failure = null;
        _payloads.ResetWrittenCount();
        _ends.Clear();
        _encoded.Clear();
        _completion.Reset();
        return _payloads.Capacity <= LargestKept;
    }

    /// <summary>Begins with the first payload.</summary>
    internal void Rewind() => _next = 0;

    internal ReadOnlyMemory<byte> TakePayload()
    {
        int start = _next == 0 ? 0 : _ends[_next - 1];
        return _payloads.WrittenMemory[start.._ends[_next++]];
    }

    internal void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _completion.SetResult(true);
        }
        else
        {
            _completion.SetException(failure);
        }
    }

    public void GetResult(short token) => _completion.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _completion.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);
}
