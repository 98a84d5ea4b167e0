using System.Buffers;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes the state of an execution for a store, as a whole or only what has changed, and reads it back.</summary>
/// <remarks>
/// <para>The state is a set of parts: the whole of the execution, each thread of control, and each group of branches or iterations with the
/// results so far. What has changed since the last checkpoint is a few parts, however long the history and however large the Map: an
/// iteration that ended leaves only its result behind.</para>
/// <para>The definition is not in it: states are named, and found again in the revision that the execution is bound to.</para>
/// <para>Stateless and safe for use from any thread; a state belongs to one caller at a time.</para>
/// </remarks>
/// <example>
/// A store that keeps one row for each part calls, in the transaction of a checkpoint:
/// <code>
/// changes.Clear();
/// ExecutionStateSerializer.WriteChanges(checkpoint.State, changes);
/// foreach (StatePartRange range in changes.Removed) { /* delete where key between range.FirstKey and range.LastKey */ }
/// foreach (StatePart part in changes.Parts) { /* insert or replace part.Key, part.Content */ }
/// </code>
/// and to load it: <c>ExecutionStateSerializer.Read(definition, rows)</c>.
/// </example>
public static class ExecutionStateSerializer
{
    /// <summary>The key of the part that every step changes, and that each checkpoint has.</summary>
    public const long HeadKey = StatePartKeys.Head;

    /// <summary>The key of the part with what the execution was started with, which never changes.</summary>
    public const long StartKey = StatePartKeys.Start;

    /// <summary>Writes the whole state as one piece.</summary>
    /// <param name="state">The state.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(ExecutionState state, IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(writer);
        var parts = new StateChanges();
        StatePartsWriter.WriteAll(state, parts);
        CheckpointWriter output = CheckpointWriter.Begin(writer);
        foreach (StatePart part in parts.Parts)
        {
            output.Varint((ulong)part.Key);
            output.Varint((ulong)part.Content.Length);
            writer.Write(part.Content.Span);
        }
    }

    /// <summary>Writes the parts that have changed since the last checkpoint that was committed; all of them before the first.</summary>
    /// <param name="state">The state of a Standard execution. It is not changed: until the checkpoint is committed
    /// (<see cref="AcceptChanges"/>), the same and all later changes are written again.</param>
    /// <param name="changes">Receives them; must be empty.</param>
    /// <exception cref="InvalidOperationException">The execution is of an Express state machine, which has no checkpoints.</exception>
    public static void WriteChanges(ExecutionState state, StateChanges changes)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(changes);
        StateChangeTracker tracker = state.Changes
            ?? throw new InvalidOperationException($"The execution '{state.Start.ExecutionArn}' is of an Express state machine: it has no checkpoints.");
        StatePartsWriter.WriteChanged(state, tracker, changes);
    }

    /// <summary>Takes note that all changes of a state so far are committed. The runtime does it itself when a commit has succeeded.</summary>
    /// <param name="state">The state.</param>
    public static void AcceptChanges(ExecutionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Changes?.Accept();
    }

    /// <summary>Reads what an execution was started with, without the rest of its state.</summary>
    /// <param name="content">The content of the part that holds it: the one that only the first checkpoint writes, under the key 1.</param>
    /// <returns>What it was started with.</returns>
    /// <exception cref="CheckpointFormatException">The content is damaged or of a later version.</exception>
    public static ExecutionStart ReadStart(ReadOnlySpan<byte> content) => StartPart.Read(content).Start;

    /// <summary>Reads a state that was written as a whole.</summary>
    /// <param name="definition">The revision of the definition that the execution is bound to.</param>
    /// <param name="content">What <see cref="Write"/> has written.</param>
    /// <returns>The state, without changes.</returns>
    /// <exception cref="CheckpointFormatException">The content is damaged, of a later version, or not of this definition.</exception>
    public static ExecutionState Read(StateMachineDefinition definition, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var reader = new StatePartsReader();
        CheckpointReader input = CheckpointReader.Begin(content);
        while (!input.IsAtEnd)
        {
            long key = (long)input.Varint();
            reader.Add(key, input.Take());
        }

        return reader.Build(definition);
    }

    /// <summary>Reads a state from its parts.</summary>
    /// <param name="definition">The revision of the definition that the execution is bound to.</param>
    /// <param name="parts">All parts that are stored, in any order.</param>
    /// <returns>The state, without changes.</returns>
    /// <exception cref="CheckpointFormatException">The parts are damaged, incomplete, of a later version, or not of this definition.</exception>
    public static ExecutionState Read(StateMachineDefinition definition, IEnumerable<StatePart> parts)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parts);
        var reader = new StatePartsReader();

        // A group must be known before its results are read, so by rising key.
        foreach (StatePart part in parts.OrderBy(static part => part.Key))
        {
            reader.Add(part.Key, part.Content.Span);
        }

        return reader.Build(definition);
    }
}
