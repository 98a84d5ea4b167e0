using System.Buffers;
using System.Text;
using System.Text.Unicode;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Writes the fields of a stored piece: a version, then for each field that is not at its default a tag and its value.</summary>
/// <remarks>Fields are known by their tags, so that later versions can add some. A tag is never used for something else again.</remarks>
internal readonly ref struct CheckpointWriter
{
    internal const byte Version = 1;
    private const int LongestVarint = 10;

    private readonly IBufferWriter<byte> _writer;

    private CheckpointWriter(IBufferWriter<byte> writer)
    {
        _writer = writer;
    }

    internal static CheckpointWriter Begin(IBufferWriter<byte> writer)
    {
        var begun = new CheckpointWriter(writer);
        begun.Byte(Version);
        return begun;
    }

    internal void Number(int tag, long value)
    {
        if (value != 0)
        {
            NumberOrZero(tag, value);
        }
    }

    /// <summary>Writes a number that may be missing, so that zero is told from none.</summary>
    internal void Optional(int tag, long? value)
    {
        if (value is { } number)
        {
            NumberOrZero(tag, number);
        }
    }

    internal void Flag(int tag, bool value) => Number(tag, value ? 1 : 0);

    internal void Time(int tag, DateTimeOffset value) => Number(tag, value.UtcTicks);

    internal void Text(int tag, string? value)
    {
        if (value is null)
        {
            return;
        }

        // Straight to where it goes: what is not advanced over was never written.
        int length = Encoding.UTF8.GetByteCount(value);
        Span<byte> target = _writer.GetSpan((2 * LongestVarint) + length);
        int start = PutVarint(target, ((uint)tag << WireTypes.Bits) | (uint)WireType.Text);
        start += PutVarint(target[start..], (ulong)length);
        if (Utf8.FromUtf16(value, target.Slice(start, length), out _, out _, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            _writer.Advance(start + length);
        }
        else
        {
            // A lone surrogate, which UTF-8 cannot say but JSON can.
            Json(tag, value);
        }
    }

    /// <summary>Writes a value; undefined is the default.</summary>
    internal void Json(int tag, JsonValue value)
    {
        if (!value.IsUndefined)
        {
            Tag(tag, WireType.Json);
            Varint((ulong)value.GetUtf8Length());
            value.WriteTo(_writer);
        }
    }

    internal void Numbers(int tag, ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            NumberOrZero(tag, value);
        }
    }

    internal void Varint(ulong value) => _writer.Advance(PutVarint(_writer.GetSpan(LongestVarint), value));

    private static int PutVarint(Span<byte> target, ulong value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        return length;
    }

    private void NumberOrZero(int tag, long value)
    {
        Tag(tag, WireType.Number);

        // Zigzag: small negative numbers stay short.
        Varint((ulong)((value << 1) ^ (value >> 63)));
    }

    private void Tag(int tag, WireType type) => Varint(((uint)tag << WireTypes.Bits) | (uint)type);

    private void Byte(byte value)
    {
        _writer.GetSpan(1)[0] = value;
        _writer.Advance(1);
    }
}
