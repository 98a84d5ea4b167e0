using LocalBridge.Sqlite.Journaling;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Takes what happens to entries of streams into the journal.</summary>
/// <remarks>Each method returns where in the journal it stands; null when nothing changes.</remarks>
internal sealed class EntryEncoder(JournalBuffer journal, EntryIndex entries, NameTable names, SequenceNumbers sequences)
{
    internal int? Encode(AppendEntry append, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> state)
    {
        long stream = names.FindOrAdd(append.Stream);
        if (entries.Find(stream, append.Id) is not null)
        {
            return null;
        }

        long sequence = sequences.Next();
        entries.Set(stream, append.Id, sequence);
        int start = journal.Begin(JournalOperation.Append);
        journal.WriteNumber(sequence);
        journal.WriteNumber(stream);
        journal.WriteText(append.Id);
        journal.WriteNumber(append.Time.UtcTicks);
        journal.WriteBytes(payload);
        journal.WriteBytes(state);
        return start;
    }

    internal int? Encode(UpdateEntry update, ReadOnlyMemory<byte> state)
    {
        if (names.Find(update.Stream) is not long stream || entries.Find(stream, update.Id) is not long sequence)
        {
            return null;
        }

        int start = journal.Begin(JournalOperation.Update);
        journal.WriteNumber(sequence);
        journal.WriteBytes(state);
        return start;
    }

    internal int? Encode(RemoveEntry remove)
    {
        if (names.Find(remove.Stream) is not long stream || entries.Find(stream, remove.Id) is not long sequence)
        {
            return null;
        }

        entries.Set(stream, remove.Id, null);
        int start = journal.Begin(JournalOperation.Remove);
        journal.WriteNumber(sequence);
        return start;
    }
}
