using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads what every step changes in an execution as a whole.</summary>
internal static class HeadPart
{
    private const int Status = 1;
    private const int LastEventId = 2;
    private const int LastSerial = 3;
    private const int Random = 4;
    private const int TimeoutTimerId = 5;
    private const int ReadySlot = 6;

    internal static void Write(CheckpointWriter writer, ExecutionState state)
    {
        writer.Number(Status, (int)state.Status);
        writer.Number(LastEventId, state.LastEventId);
        writer.Number(LastSerial, state.LastSerial);
        writer.Number(Random, unchecked((long)state.Random.State));
        writer.Number(TimeoutTimerId, state.TimeoutTimerId);
        foreach (Frame frame in state.Ready)
        {
            // Ended frames, which are skipped anyway, have no slot any more.
            if (frame.Phase != FramePhase.Ended)
            {
                writer.Optional(ReadySlot, frame.Slot);
            }
        }
    }

    internal static StoredHead Read(ReadOnlySpan<byte> content)
    {
        var head = new StoredHead();
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Status:
                    head.Status = (ExecutionStatus)reader.Int32();
                    break;
                case LastEventId:
                    head.LastEventId = reader.Number();
                    break;
                case LastSerial:
                    head.LastSerial = reader.Number();
                    break;
                case Random:
                    head.Random = unchecked((ulong)reader.Number());
                    break;
                case TimeoutTimerId:
                    head.TimeoutTimerId = reader.Number();
                    break;
                case ReadySlot:
                    head.ReadySlots.Add(reader.Int32());
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "state of an execution");
            }
        }

        return head;
    }
}
