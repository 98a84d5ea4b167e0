using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Journaling;

/// <summary>Reads what <see cref="JournalBuffer"/> has written.</summary>
internal struct JournalCursor(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    internal readonly bool IsAtEnd => _position == bytes.Length;

    internal byte ReadByte() => _position < bytes.Length ? bytes.Span[_position++] : throw Damaged();

    internal long ReadNumber()
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = ReadByte();
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)number;
            }
        }

        throw Damaged();
    }

    /// <summary>Reads bytes without copying them.</summary>
    internal ReadOnlyMemory<byte> ReadBytes()
    {
        long length = ReadNumber();
        if (length < 0 || length > bytes.Length - _position)
        {
            throw Damaged();
        }

        ReadOnlyMemory<byte> read = bytes.Slice(_position, (int)length);
        _position += (int)length;
        return read;
    }

    /// <summary>Returns the exception for bytes that mean nothing.</summary>
    internal readonly StorageFormatException Damaged() =>
        new($"The journal of the SQLite file is damaged at byte {_position} of {bytes.Length}. Restore the file from a backup.");
}
