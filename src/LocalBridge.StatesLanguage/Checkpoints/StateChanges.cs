using System.Buffers;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Collects what <see cref="ExecutionStateSerializer.WriteChanges"/> finds: the parts of the state to store and to remove.</summary>
/// <remarks>Apply first <see cref="Removed"/>, then <see cref="Parts"/>. Owned by the caller, who may reuse it. Not safe for use from several threads.</remarks>
public sealed class StateChanges
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly List<(long Key, int Start)> _starts = [];
    private readonly List<StatePart> _parts = [];
    private readonly List<StatePartRange> _removed = [];

    /// <summary>Gets the ranges of keys whose parts are to be removed.</summary>
    public IReadOnlyList<StatePartRange> Removed => _removed;

    /// <summary>Gets the parts to store, each instead of the stored one of the same key.</summary>
    public IReadOnlyList<StatePart> Parts => _parts;

    /// <summary>Gets the number of bytes in all <see cref="Parts"/>.</summary>
    public int Length => _buffer.WrittenCount;

    /// <summary>Empties it for the next use.</summary>
    public void Clear()
    {
        _buffer.ResetWrittenCount();
        _starts.Clear();
        _parts.Clear();
        _removed.Clear();
    }

    internal void Remove(StatePartRange range) => _removed.Add(range);

    /// <summary>Begins a part; what is written then belongs to it.</summary>
    internal CheckpointWriter Begin(long key)
    {
        _starts.Add((key, _buffer.WrittenCount));
        return CheckpointWriter.Begin(_buffer);
    }

    /// <summary>Makes the parts, now that the buffer no longer moves.</summary>
    internal void Complete()
    {
        ReadOnlyMemory<byte> written = _buffer.WrittenMemory;
        for (int i = 0; i < _starts.Count; i++)
        {
            (long key, int start) = _starts[i];
            int end = i + 1 < _starts.Count ? _starts[i + 1].Start : written.Length;
            _parts.Add(new StatePart(key, written[start..end]));
        }
    }
}
