using System.Buffers;
using System.Text.Unicode;
using LocalBridge.EventPatterns.Operators;
using LocalBridge.EventPatterns.Reading;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Reads the JSON of an event token by token, checking the grammar unless the caller vouches for it.</summary>
/// <remarks>Every method is bounded by the length of the event, also for malformed text that was declared well-formed.</remarks>
internal ref partial struct EventReader
{
    /// <summary>The depth at which EventBridge's own JSON parser gives up.</summary>
    public const int MaximumDepth = 1000;

    internal static readonly SearchValues<byte> EndsStringRun = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);

    internal static readonly SearchValues<byte> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly ReadOnlySpan<byte> _data;
    private readonly bool _isWellFormed;
    private int _position;

    public EventReader(ReadOnlySpan<byte> data, bool isWellFormed)
    {
        _data = data;
        _isWellFormed = isWellFormed;
        if (!isWellFormed && !Utf8.IsValid(data))
        {
            throw ErrorAt(PatternUtf8.FirstInvalid(data), "the bytes are not valid UTF-8");
        }
    }

    public readonly int Position => _position;

    /// <summary>Moves to the next token and returns its first byte without reading it.</summary>
    public byte Peek(string expected)
    {
        ReadOnlySpan<byte> data = _data;
        int position = _position;
        while (position < data.Length)
        {
            byte b = data[position];
            if (b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                _position = position;
                return b;
            }

            position++;
        }

        _position = position;
        throw ErrorAt(position, $"the text ends where {expected} was expected");
    }

    public void Skip() => _position++;

    /// <summary>Reads a field name and its colon.</summary>
    public ReadOnlySpan<byte> ReadName(out bool hasEscapes)
    {
        if (Peek("a field name") != '"')
        {
            throw Unexpected("a field name in double quotes");
        }

        _position++;
        ReadOnlySpan<byte> name = ReadString(out hasEscapes);
        if (Peek("a colon") != ':')
        {
            throw Unexpected("a colon between field name and value");
        }

        _position++;
        return name;
    }

    /// <summary>Reads a string, number or literal into <paramref name="value"/>.</summary>
    public void ReadScalar(byte first, ref EventValue value)
    {
        switch (first)
        {
            case (byte)'"':
                _position++;
                ReadOnlySpan<byte> text = ReadString(out bool hasEscapes);
                value.Reset(EventValueKind.String, text, hasEscapes);
                break;
            case (byte)'t':
                value.Reset(EventValueKind.True, ReadLiteral("true"u8), false);
                break;
            case (byte)'f':
                value.Reset(EventValueKind.False, ReadLiteral("false"u8), false);
                break;
            case (byte)'n':
                value.Reset(EventValueKind.Null, ReadLiteral("null"u8), false);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                value.Reset(EventValueKind.Number, ReadNumber(), false);
                break;
            default:
                throw Unexpected("a value");
        }
    }

    public readonly EventFormatException Unexpected(string expected) =>
        ErrorAt(_position, _position < _data.Length ? $"{Describe(_data[_position])} was found where {expected} was expected" : $"the text ends where {expected} was expected");

    public readonly EventFormatException ErrorAt(int offset, string reason)
    {
        ReadOnlySpan<byte> before = _data[..offset];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new EventFormatException(new EventFormatError(reason, offset, before.Count((byte)'\n') + 1, offset - lineStart + 1));
    }

    private static string Describe(byte b) => b is > 0x20 and < 0x7F ? $"the character '{(char)b}'" : $"the byte 0x{b:X2}";

    /// <summary>Reads the rest of a string whose opening quote is read, and returns what is between the quotes.</summary>
    private ReadOnlySpan<byte> ReadString(out bool hasEscapes)
    {
        hasEscapes = false;
        int start = _position;
        while (true)
        {
            int run = _data[_position..].IndexOfAny(EndsStringRun);
            if (run < 0)
            {
                _position = _data.Length;
                throw ErrorAt(_position, "the text ends inside a string");
            }

            _position += run;
            byte b = _data[_position];
            if (b == '"')
            {
                return _data[start.._position++];
            }

            if (b != '\\')
            {
                throw ErrorAt(_position, $"the control character 0x{b:X2} stands unescaped in a string");
            }

            hasEscapes = true;
            SkipEscape();
        }
    }

    private void SkipEscape()
    {
        ReadOnlySpan<byte> rest = _data[_position..];
        if (rest.Length < 2)
        {
            throw ErrorAt(_position, "the text ends inside a string");
        }

        if (rest[1] == 'u')
        {
            if (rest.Length < 6 || rest[2..6].ContainsAnyExcept(HexadecimalDigits))
            {
                throw ErrorAt(_position, "an escape '\\u' is not followed by four hexadecimal digits");
            }

            _position += 6;
            return;
        }

        if (!"\"\\/bfnrt"u8.Contains(rest[1]))
        {
            throw ErrorAt(_position, $"a backslash is followed by {Describe(rest[1])}, which is no JSON escape");
        }

        _position += 2;
    }

    private ReadOnlySpan<byte> ReadLiteral(ReadOnlySpan<byte> literal)
    {
        ReadOnlySpan<byte> rest = _data[_position..];
        bool endsThere = rest.Length <= literal.Length || !(char.IsAsciiLetterOrDigit((char)rest[literal.Length]) || rest[literal.Length] is (byte)'_' or >= 0x80);
        if (!rest.StartsWith(literal) || !endsThere)
        {
            throw ErrorAt(_position, "a word was found that is none of true, false and null");
        }

        _position += literal.Length;
        return rest[..literal.Length];
    }

    private ReadOnlySpan<byte> ReadNumber()
    {
        int start = _position;
        if (_data[_position] == '-')
        {
            _position++;
        }

        if (_position < _data.Length && _data[_position] == '0')
        {
            _position++;
        }
        else
        {
            SkipDigits("a digit");
        }

        if (_position < _data.Length && _data[_position] == '.')
        {
            _position++;
            SkipDigits("a digit after the decimal point");
        }

        if (_position < _data.Length && _data[_position] is (byte)'e' or (byte)'E')
        {
            _position++;
            if (_position < _data.Length && _data[_position] is (byte)'+' or (byte)'-')
            {
                _position++;
            }

            SkipDigits("a digit of the exponent");
        }

        if (_position < _data.Length && (char.IsAsciiLetterOrDigit((char)_data[_position]) || _data[_position] is (byte)'.' or (byte)'+' or (byte)'-'))
        {
            throw Unexpected("the end of a number");
        }

        return _data[start.._position];
    }

    private void SkipDigits(string expected)
    {
        int digits = _data[_position..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits == 0 || _position == _data.Length)
        {
            throw Unexpected(expected);
        }

        _position = digits < 0 ? _data.Length : _position + digits;
    }
}
