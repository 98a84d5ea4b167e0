using System.Buffers;
using System.Buffers.Binary;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes the events of one checkpoint, each behind its length.</summary>
internal sealed class HistoryFormat : PayloadFormat<IReadOnlyList<HistoryEvent>>
{
    private const int LargestKept = 64 << 10;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    internal static HistoryFormat Instance { get; } = new();

    internal override void Write(IReadOnlyList<HistoryEvent> value, IBufferWriter<byte> output)
    {
        // Taken while it is used, so that an output which comes back here gets another one.
        ArrayBufferWriter<byte> scratch = _spare ?? new ArrayBufferWriter<byte>(1024);
        _spare = null;
        for (int i = 0; i < value.Count; i++)
        {
            scratch.ResetWrittenCount();
            HistoryEventSerializer.Write(value[i], scratch);
            BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), scratch.WrittenCount);
            output.Advance(sizeof(int));
            output.Write(scratch.WrittenSpan);
        }

        if (scratch.Capacity <= LargestKept)
        {
            _spare = scratch;
        }
    }

    internal override IReadOnlyList<HistoryEvent> Read(ReadOnlyMemory<byte> bytes)
    {
        var events = new List<HistoryEvent>();
        ReadOnlySpan<byte> rest = bytes.Span;
        while (!rest.IsEmpty)
        {
            int length = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
            if (length < 0 || length > rest.Length - sizeof(int))
            {
                throw new StorageFormatException("A stored piece of a history ends too early: it is damaged.");
            }

            events.Add(HistoryEventSerializer.Read(rest.Slice(sizeof(int), length)));
            rest = rest[(sizeof(int) + length)..];
        }

        return events;
    }
}
