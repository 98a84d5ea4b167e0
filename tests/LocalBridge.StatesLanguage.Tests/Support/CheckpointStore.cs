using System.Buffers;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Keeps the parts of one execution's state as a store would, fed with changes only.</summary>
internal sealed class CheckpointStore
{
    private readonly SortedDictionary<long, byte[]> _parts = [];
    private readonly StateChanges _changes = new();

    /// <summary>Gets how many bytes each checkpoint had.</summary>
    internal List<int> Lengths { get; } = [];

    internal int Count => _parts.Count;

    internal void Save(ExecutionState state)
    {
        _changes.Clear();
        ExecutionStateSerializer.WriteChanges(state, _changes);
        Lengths.Add(_changes.Length);
        foreach (StatePartRange range in _changes.Removed)
        {
            foreach (long key in _parts.Keys.Where(key => key >= range.FirstKey && key <= range.LastKey).ToArray())
            {
                _parts.Remove(key);
            }
        }

        foreach (StatePart part in _changes.Parts)
        {
            _parts[part.Key] = part.Content.ToArray();
        }

        ExecutionStateSerializer.AcceptChanges(state);
    }

    internal ExecutionState Load(ExecutionState like) =>
        ExecutionStateSerializer.Read(like.Definition, _parts.Reverse().Select(static part => new StatePart(part.Key, part.Value)));

    internal static byte[] WriteWhole(ExecutionState state)
    {
        var writer = new ArrayBufferWriter<byte>();
        ExecutionStateSerializer.Write(state, writer);
        return writer.WrittenSpan.ToArray();
    }
}
