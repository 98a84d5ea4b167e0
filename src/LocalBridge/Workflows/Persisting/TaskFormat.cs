using System.Buffers;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes attempts that wait for an answer.</summary>
internal sealed class TaskFormat : PayloadFormat<ScheduleTaskCommand>
{
    internal static TaskFormat Instance { get; } = new();

    internal override void Write(ScheduleTaskCommand value, IBufferWriter<byte> output) => CommandSerializer.Write(value, output);

    internal override ScheduleTaskCommand Read(ReadOnlyMemory<byte> bytes) => CommandSerializer.ReadTask(bytes.Span);
}
