using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads one frame. Its states are named, not held: they are found again in the definition.</summary>
internal static class FramePart
{
    private const int ParentSlot = 1;
    private const int Index = 2;
    private const int Phase = 3;
    private const int StateName = 4;
    private const int Input = 5;
    private const int EnteredEventId = 6;
    private const int EnteredTime = 7;
    private const int PreviousEventId = 8;
    private const int RetryCount = 9;
    private const int RetrierCount = 10;
    private const int AttemptId = 11;
    private const int TaskToken = 12;
    private const int TimerId = 13;
    private const int HeartbeatTimerId = 14;
    private const int HeartbeatSeconds = 15;
    private const int Item = 16;
    private const int Variables = 17;

    internal static void Write(CheckpointWriter writer, Frame frame)
    {
        writer.Optional(ParentSlot, frame.Parent?.Slot);
        writer.Number(Index, frame.Index);
        writer.Number(Phase, (int)frame.Phase);
        writer.Text(StateName, frame.Current.Name);
        writer.Json(Input, frame.Input);
        writer.Number(EnteredEventId, frame.EnteredEventId);
        writer.Time(EnteredTime, frame.EnteredTime);
        writer.Number(PreviousEventId, frame.PreviousEventId);
        writer.Number(RetryCount, frame.RetryCount);
        writer.Numbers(RetrierCount, frame.RetrierCounts);
        writer.Number(AttemptId, frame.AttemptId);
        writer.Text(TaskToken, frame.TaskToken);
        writer.Number(TimerId, frame.TimerId);
        writer.Number(HeartbeatTimerId, frame.HeartbeatTimerId);
        writer.Optional(HeartbeatSeconds, frame.HeartbeatSeconds);
        writer.Json(Item, frame.Item);
        if (frame.Variables.Own.Count > 0)
        {
            writer.Json(Variables, frame.Variables.Own);
        }
    }

    internal static StoredFrame Read(int slot, ReadOnlySpan<byte> content)
    {
        var frame = new StoredFrame { Slot = slot };
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case ParentSlot:
                    frame.ParentSlot = reader.Int32();
                    break;
                case Index:
                    frame.Index = reader.Int32();
                    break;
                case Phase:
                    frame.Phase = (FramePhase)reader.Int32();
                    break;
                case StateName:
                    frame.StateName = reader.Text();
                    break;
                case Input:
                    frame.Input = reader.Json();
                    break;
                case EnteredEventId:
                    frame.EnteredEventId = reader.Number();
                    break;
                case EnteredTime:
                    frame.EnteredTime = reader.Time();
                    break;
                case PreviousEventId:
                    frame.PreviousEventId = reader.Number();
                    break;
                case RetryCount:
                    frame.RetryCount = reader.Int32();
                    break;
                case RetrierCount:
                    (frame.RetrierCounts ??= []).Add(reader.Int32());
                    break;
                case AttemptId:
                    frame.AttemptId = reader.Number();
                    break;
                case TaskToken:
                    frame.TaskToken = reader.Text();
                    break;
                case TimerId:
                    frame.TimerId = reader.Number();
                    break;
                case HeartbeatTimerId:
                    frame.HeartbeatTimerId = reader.Number();
                    break;
                case HeartbeatSeconds:
                    frame.HeartbeatSeconds = reader.Number();
                    break;
                case Item:
                    frame.Item = reader.Json();
                    break;
                case Variables:
                    frame.Variables = reader.Json().TryGetObject(out JsonObject? variables)
                        ? variables
                        : throw new CheckpointFormatException("The stored variables are no object: the bytes are damaged.");
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "frame");
            }
        }

        return frame;
    }
}
