using System.Buffers;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes and reads history events, with all their details.</summary>
/// <remarks>Stateless and safe for use from any thread.</remarks>
public static class HistoryEventSerializer
{
    private const int Id = 1;
    private const int PreviousEventId = 2;
    private const int Type = 3;
    private const int Timestamp = 4;
    private const int DetailsKind = 5;

    /// <summary>Writes an event.</summary>
    /// <param name="historyEvent">The event.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(HistoryEvent historyEvent, IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(historyEvent);
        ArgumentNullException.ThrowIfNull(writer);
        CheckpointWriter output = CheckpointWriter.Begin(writer);
        output.Number(Id, historyEvent.Id);
        output.Number(PreviousEventId, historyEvent.PreviousEventId);
        output.Number(Type, (int)historyEvent.Type);
        output.Time(Timestamp, historyEvent.Timestamp);
        if (historyEvent.Details is { } details)
        {
            // The last of the event's own fields: the fields of the details follow.
            output.Number(DetailsKind, HistoryDetailsWriter.GetKind(details));
            HistoryDetailsWriter.Write(output, details);
        }
    }

    /// <summary>Reads an event.</summary>
    /// <param name="content">What was written.</param>
    /// <returns>The event.</returns>
    /// <exception cref="CheckpointFormatException">The content is damaged or of a later version.</exception>
    public static HistoryEvent Read(ReadOnlySpan<byte> content)
    {
        long id = 0;
        long previousEventId = 0;
        HistoryEventType type = default;
        DateTimeOffset timestamp = default;
        HistoryEventDetails? details = null;
        CheckpointReader reader = CheckpointReader.Begin(content);
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case Id:
                    id = reader.Number();
                    break;
                case PreviousEventId:
                    previousEventId = reader.Number();
                    break;
                case Type:
                    type = (HistoryEventType)reader.Int32();
                    break;
                case Timestamp:
                    timestamp = reader.Time();
                    break;
                case DetailsKind:
                    int kind = reader.Int32();
                    details = HistoryDetailsReader.Read(kind, StoredDetails.Read(ref reader));
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "history event");
            }
        }

        return new HistoryEvent(id, previousEventId, type, timestamp, details);
    }
}
