using System.Buffers;
using System.Buffers.Binary;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Reads what is known of an execution since its start: the revision it is bound to, and behind it the interpreter's own start part.</summary>
internal sealed class DescriptionFormat : PayloadFormat<ExecutionRecord>
{
    private const int RevisionLength = 2 * sizeof(long);

    internal static DescriptionFormat Instance { get; } = new();

    internal static ReadOnlyMemory<byte> Join(StateMachineRevisionKey revision, ReadOnlySpan<byte> start)
    {
        byte[] bytes = new byte[RevisionLength + start.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, revision.Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long)), revision.Date.UtcTicks);
        start.CopyTo(bytes.AsSpan(RevisionLength));
        return bytes;
    }

    internal static ReadOnlyMemory<byte> StartOf(ReadOnlyMemory<byte> bytes) =>
        bytes.Length > RevisionLength ? bytes[RevisionLength..] : throw new StorageFormatException("The stored description of an execution is too short: it is damaged.");

    internal override void Write(ExecutionRecord value, IBufferWriter<byte> output) =>
        throw new InvalidOperationException("Durable storage gets the description with the first checkpoint of the state.");

    internal override ExecutionRecord Read(ReadOnlyMemory<byte> bytes)
    {
        ExecutionStart start = ExecutionStateSerializer.ReadStart(StartOf(bytes).Span);
        return new ExecutionRecord
        {
            Start = start,
            Revision = new StateMachineRevisionKey(
                BinaryPrimitives.ReadInt64LittleEndian(bytes.Span),
                new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[sizeof(long)..]), TimeSpan.Zero)),
            Status = ExecutionStatus.Running,
        };
    }
}
