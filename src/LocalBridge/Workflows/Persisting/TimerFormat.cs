using System.Buffers;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Writes timers that have not fired.</summary>
internal sealed class TimerFormat : PayloadFormat<StartTimerCommand>
{
    internal static TimerFormat Instance { get; } = new();

    internal override void Write(StartTimerCommand value, IBufferWriter<byte> output) => CommandSerializer.Write(value, output);

    internal override StartTimerCommand Read(ReadOnlyMemory<byte> bytes) => CommandSerializer.ReadTimer(bytes.Span);
}
