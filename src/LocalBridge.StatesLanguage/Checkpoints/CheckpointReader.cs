using System.Text;
using LocalBridge.Json;
using LocalBridge.Json.Reading;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Reads what <see cref="CheckpointWriter"/> has written. Damaged bytes end in a <see cref="CheckpointFormatException"/>, never otherwise.</summary>
internal ref struct CheckpointReader
{
    // Values made by a state machine may be nested deeper than those that are accepted from outside.
    private static readonly JsonReadOptions JsonOptions = new() { MaximumDepth = int.MaxValue };

    private ReadOnlySpan<byte> _rest;
    private WireType _type;

    private CheckpointReader(ReadOnlySpan<byte> content)
    {
        _rest = content;
    }

    internal static CheckpointReader Begin(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            throw CheckpointFormatException.Truncated();
        }

        return content[0] == CheckpointWriter.Version
            ? new CheckpointReader(content[1..])
            : throw new CheckpointFormatException(
                $"The stored bytes are of format {content[0]}; this version of LocalBridge reads format {CheckpointWriter.Version}.");
    }

    /// <summary>Reads bytes without a version in front.</summary>
    internal static CheckpointReader Of(ReadOnlySpan<byte> content) => new(content);

    internal readonly bool IsAtEnd => _rest.IsEmpty;

    internal bool TryReadTag(out int tag)
    {
        if (_rest.IsEmpty)
        {
            tag = 0;
            return false;
        }

        ulong read = Varint();
        _type = (WireType)(read & WireTypes.Mask);
        tag = (int)Math.Min(read >> WireTypes.Bits, int.MaxValue);
        return true;
    }

    internal long Number()
    {
        Expect(WireType.Number);
        ulong read = Varint();
        return (long)(read >> 1) ^ -(long)(read & 1);
    }

    internal int Int32(int lowest = 0)
    {
        long number = Number();
        return number >= lowest && number <= int.MaxValue
            ? (int)number
            : throw new CheckpointFormatException($"The stored number {number} is not between {lowest} and {int.MaxValue}: the bytes are damaged.");
    }

    internal bool Flag() => Number() != 0;

    internal DateTimeOffset Time()
    {
        long ticks = Number();
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new CheckpointFormatException($"The stored time {ticks} is out of range: the bytes are damaged.");
    }

    internal string Text()
    {
        if (_type == WireType.Json)
        {
            return Json().TryGetString(out string? text) ? text : throw new CheckpointFormatException("A stored text is none: the bytes are damaged.");
        }

        Expect(WireType.Text);
        return Encoding.UTF8.GetString(Take());
    }

    internal JsonValue Json()
    {
        Expect(WireType.Json);
        return JsonValue.TryParse(Take(), JsonOptions, out JsonValue value, out JsonParseError? error)
            ? value
            : throw new CheckpointFormatException($"A stored value is no JSON: {error.Message} The bytes are damaged.");
    }

    internal ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
            {
                throw CheckpointFormatException.Truncated();
            }

            byte next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new CheckpointFormatException("A stored number is too long: the bytes are damaged.");
    }

    /// <summary>Takes bytes with their length in front.</summary>
    internal ReadOnlySpan<byte> Take()
    {
        ulong length = Varint();
        if (length > (ulong)_rest.Length)
        {
            throw CheckpointFormatException.Truncated();
        }

        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private readonly void Expect(WireType type)
    {
        if (_type != type)
        {
            throw new CheckpointFormatException($"A stored field is a {_type} where a {type} was expected: the bytes are damaged.");
        }
    }
}
