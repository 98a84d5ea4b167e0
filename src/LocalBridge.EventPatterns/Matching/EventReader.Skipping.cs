using System.Buffers;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Passing over what no pattern mentions.</summary>
internal ref partial struct EventReader
{
    internal static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[]"u8);

    internal static readonly SearchValues<byte> EndsScalar = SearchValues.Create(",}] \t\r\n"u8);

    /// <summary>Passes over one value.</summary>
    /// <param name="depth">How many containers are open around the value.</param>
    public void SkipValue(int depth)
    {
        byte first = Peek("a value");
        if (_isWellFormed)
        {
            SkipTrusted(first);
        }
        else if (first is (byte)'{' or (byte)'[')
        {
            SkipContainer(depth);
        }
        else
        {
            EventValue ignored = default;
            ReadScalar(first, ref ignored);
        }
    }

    /// <summary>Reads a container without recursion: what is open is one bit each, set for an object.</summary>
    private void SkipContainer(int depth)
    {
        Span<ulong> objects = stackalloc ulong[(MaximumDepth / 64) + 1];
        EventValue ignored = default;
        int open = 0;
        while (true)
        {
            byte first = Peek("a value");
            if (first is (byte)'{' or (byte)'[')
            {
                ThrowIfTooDeep(depth + open + 1);
                if (Enter(objects, open, first == '{'))
                {
                    open++;
                    continue;
                }
            }
            else
            {
                ReadScalar(first, ref ignored);
            }

            if (!GoOn(objects, ref open))
            {
                return;
            }
        }
    }

    /// <summary>Reads the start of a container up to its first value; an empty container is read as a whole, and the answer is false.</summary>
    private bool Enter(scoped Span<ulong> objects, int index, bool isObject)
    {
        _position++;
        if (Peek(isObject ? "a field name or the end of the object" : "a value or the end of the array") == (isObject ? '}' : ']'))
        {
            _position++;
            return false;
        }

        ulong bit = 1UL << (index & 63);
        objects[index >> 6] = isObject ? objects[index >> 6] | bit : objects[index >> 6] & ~bit;
        if (isObject)
        {
            ReadName(out _);
        }

        return true;
    }

    public readonly void ThrowIfTooDeep(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw ErrorAt(_position, $"objects and arrays are nested deeper than {MaximumDepth} levels");
        }
    }

    /// <summary>After a value: closes what ends here, and reads the comma (and name) before the next value. False when nothing is open any more.</summary>
    private bool GoOn(scoped Span<ulong> objects, ref int open)
    {
        while (open > 0)
        {
            bool isObject = (objects[(open - 1) >> 6] >> ((open - 1) & 63) & 1) != 0;
            byte b = Peek("a comma or the end of an object or array");
            if (b == ',')
            {
                _position++;
                if (isObject)
                {
                    ReadName(out _);
                }

                return true;
            }

            if (b != (isObject ? '}' : ']'))
            {
                throw Unexpected(isObject ? "a comma or the end of the object" : "a comma or the end of the array");
            }

            _position++;
            open--;
        }

        return false;
    }

    private void SkipTrusted(byte first)
    {
        if (first == '"')
        {
            _position++;
            ReadString(out _);
            return;
        }

        if (first is not ((byte)'{' or (byte)'['))
        {
            int length = _data[_position..].IndexOfAny(EndsScalar);
            _position = length < 0 ? _data.Length : _position + length;
            return;
        }

        // Only quotes and brackets matter; in well-formed text it is enough to count the latter together.
        int open = 0;
        do
        {
            int next = _data[_position..].IndexOfAny(Structural);
            if (next < 0)
            {
                _position = _data.Length;
                throw ErrorAt(_position, "the text ends inside an object or array");
            }

            _position += next;
            switch (_data[_position++])
            {
                case (byte)'"':
                    ReadString(out _);
                    break;
                case (byte)'{' or (byte)'[':
                    open++;
                    break;
                default:
                    open--;
                    break;
            }
        }
        while (open > 0);
    }
}
