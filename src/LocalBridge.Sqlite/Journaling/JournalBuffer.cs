using System.Text;

namespace LocalBridge.Sqlite.Journaling;

/// <summary>The bytes of the journal since it was last folded into the tables: what is in its rows, and what the next row will hold.</summary>
/// <remarks>Slices of it stay as they are until it is cleared, even when it grows.</remarks>
internal sealed class JournalBuffer
{
    private const int FirstLength = 64 << 10;

    private const int LongestKept = 8 << 20;

    private byte[] _bytes = [];
    private int _written;

    internal int Length { get; private set; }

    /// <summary>Gets everything since the last fold.</summary>
    internal ReadOnlyMemory<byte> All => _bytes.AsMemory(0, Length);

    /// <summary>Gets what is in no row yet.</summary>
    internal ReadOnlyMemory<byte> Unwritten => _bytes.AsMemory(_written, Length - _written);

    /// <summary>Begins an operation.</summary>
    /// <returns>Where it begins.</returns>
    internal int Begin(JournalOperation operation)
    {
        if (Length == _written)
        {
            WriteByte((byte)JournalOperation.Row);
            WriteByte(JournalFormat.Version);
        }

        int start = Length;
        WriteByte((byte)operation);
        return start;
    }

    internal ReadOnlyMemory<byte> From(int start) => _bytes.AsMemory(start, Length - start);

    /// <summary>Takes note that what is in no row yet was written into one.</summary>
    internal void OnWritten() => _written = Length;

    /// <summary>Drops what came behind a length.</summary>
    internal void Truncate(int length) => Length = length;

    internal void Clear()
    {
        Length = 0;
        _written = 0;
        if (_bytes.Length > LongestKept)
        {
            _bytes = [];
        }
    }

    internal void WriteByte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes a number, small ones in few bytes.</summary>
    internal void WriteNumber(long number)
    {
        Reserve(JournalFormat.LongestNumber);
        ulong rest = (ulong)number;
        while (rest >= 0x80)
        {
            _bytes[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _bytes[Length++] = (byte)rest;
    }

    internal void WriteBytes(ReadOnlyMemory<byte> bytes)
    {
        WriteNumber(bytes.Length);
        Reserve(bytes.Length);
        bytes.Span.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    internal void WriteText(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(length);
        Reserve(length);
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            // Not resized in place: slices of the old bytes are in use.
            byte[] longer = GC.AllocateUninitializedArray<byte>(Math.Max(Math.Max(FirstLength, _bytes.Length * 2), Length + count));
            _bytes.AsSpan(0, Length).CopyTo(longer);
            _bytes = longer;
        }
    }
}
