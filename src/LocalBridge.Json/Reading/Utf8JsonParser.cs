using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Reading;

/// <summary>Reads JSON text (RFC 8259) from UTF-8 into values, with the nesting on the heap.</summary>
internal ref partial struct Utf8JsonParser
{
    private const int FirstCapacity = 64;
    private const int FirstFrames = 16;

    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonReadOptions _options;
    private int _position;
    private int _depth;

    // The elements and member values of all open containers, one after the other.
    private JsonValue[] _values;
    private int _valueCount;

    // The names of the members of all open objects that do not follow the shape predicted for them.
    private string[] _names;
    private int _nameCount;

    // One frame for each open container; frames not used yet hold leftovers of the pool.
    private JsonReadFrame[] _frames;
    private int _framesUsed;

    // How much of the pooled arrays has to be cleared in the end.
    private int _valueHighWater;
    private int _nameHighWater;

    private string? _fault;

    private Utf8JsonParser(ReadOnlySpan<byte> json, JsonReadOptions options)
    {
        _json = json;
        _options = options;
        _values = ArrayPool<JsonValue>.Shared.Rent(FirstCapacity);
        _names = ArrayPool<string>.Shared.Rent(FirstCapacity);
        _frames = ArrayPool<JsonReadFrame>.Shared.Rent(FirstFrames);
    }

    internal static bool TryParse(ReadOnlySpan<byte> json, JsonReadOptions options, out JsonValue value, [NotNullWhen(false)] out JsonParseError? error)
    {
        if (!IsUtf8(json, out int invalidAt))
        {
            value = default;
            error = CreateError(json, invalidAt, "The bytes are not UTF-8.");
            return false;
        }

        var parser = new Utf8JsonParser(json, options);
        try
        {
            parser.SkipByteOrderMark();
            bool read = parser.TryReadDocument(out value);
            if (read)
            {
                error = null;
                return true;
            }

            value = default;
            error = CreateError(json, parser._position, parser._fault!);
            return false;
        }
        finally
        {
            parser.Release();
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> json, out int invalidAt)
    {
        invalidAt = 0;
        if (System.Text.Unicode.Utf8.IsValid(json))
        {
            return true;
        }

        while (Rune.DecodeFromUtf8(json[invalidAt..], out _, out int length) == OperationStatus.Done)
        {
            invalidAt += length;
        }

        return false;
    }

    private static JsonParseError CreateError(ReadOnlySpan<byte> json, int offset, string message)
    {
        ReadOnlySpan<byte> before = json[..offset];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonParseError(message, offset, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private bool TryReadDocument(out JsonValue value)
    {
        value = default;
        while (true)
        {
            // Here a value must begin.
            if (!SkipBlanks())
            {
                return false;
            }

            byte first = Peek();
            if (first is (byte)'{' or (byte)'[')
            {
                if (!TryOpen(first == '{', out bool isEmpty))
                {
                    return false;
                }

                if (!isEmpty)
                {
                    continue;
                }

                value = first == '{' ? JsonValue.EmptyObject : JsonValue.EmptyArray;
            }
            else if (!TryReadScalar(first, out value))
            {
                return false;
            }

            // Here a value has ended; as long as that ends its container too, the container is the next value.
            while (true)
            {
                if (!SkipBlanks())
                {
                    return false;
                }

                if (_depth == 0)
                {
                    return _position == _json.Length || Fail("the end of the text");
                }

                Store(value);
                if (!TryReadSeparator(out bool isClosed))
                {
                    return false;
                }

                if (!isClosed)
                {
                    break;
                }

                value = Close();
            }
        }
    }

    private bool TryOpen(bool isObject, out bool isEmpty)
    {
        isEmpty = false;
        if (_depth >= _options.MaximumDepth)
        {
            return FailWith($"Arrays and objects are nested deeper than {_options.MaximumDepth} levels.");
        }

        _position++;
        if (!SkipBlanks())
        {
            return false;
        }

        if (Peek() == (isObject ? '}' : ']'))
        {
            _position++;
            isEmpty = true;
            return true;
        }

        if (_depth == _frames.Length)
        {
            Grow(ref _frames, _depth);
        }

        // A sibling that ended at this depth leaves the shape of its members here.
        ref JsonReadFrame frame = ref _frames[_depth];
        if (_depth++ >= _framesUsed)
        {
            frame = default;
            _framesUsed = _depth;
        }

        frame.Open(isObject, _valueCount, _nameCount);
        return !isObject || TryReadName();
    }

    private bool TryReadSeparator(out bool isClosed)
    {
        bool isObject = _frames[_depth - 1].IsObject;
        byte separator = Peek();
        isClosed = separator == (isObject ? '}' : ']');
        if (isClosed)
        {
            _position++;
            return true;
        }

        if (separator != ',')
        {
            return Fail(isObject ? "',' or '}'" : "',' or ']'");
        }

        _position++;
        if (_options.IsLenient)
        {
            if (!SkipBlanks())
            {
                return false;
            }

            if (Peek() == (isObject ? '}' : ']'))
            {
                _position++;
                isClosed = true;
                return true;
            }
        }

        return !isObject || (SkipBlanks() && TryReadName());
    }

    private bool TryReadScalar(byte first, out JsonValue value)
    {
        switch (first)
        {
            case (byte)'"':
                bool read = TryReadString(out string text);
                value = text;
                return read;
            case (byte)'t':
                value = JsonValue.True;
                return TryReadWord("true"u8);
            case (byte)'f':
                value = JsonValue.False;
                return TryReadWord("false"u8);
            case (byte)'n':
                value = JsonValue.Null;
                return TryReadWord("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return TryReadNumber(out value);
            default:
                value = default;
                return Fail("a value");
        }
    }

    private bool TryReadNumber(out JsonValue value)
    {
        bool read = NumberReader.TryRead(_json[_position..], out int length, out value);
        _position += length;
        return read || Fail("a digit of a number without leading zeros");
    }

    private bool TryReadWord(ReadOnlySpan<byte> word)
    {
        if (!_json[_position..].StartsWith(word))
        {
            return Fail("a value");
        }

        _position += word.Length;
        return true;
    }
}
