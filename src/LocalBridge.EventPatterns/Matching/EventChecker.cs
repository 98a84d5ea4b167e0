using System.Buffers;
using System.Text.Unicode;
using LocalBridge.EventPatterns.Reading;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Checks the grammar of an event's JSON, token by token: the object at its start, whatever follows.</summary>
internal ref partial struct EventChecker
{
    internal static readonly SearchValues<byte> EndsStringRun = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);

    internal static readonly SearchValues<byte> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly ReadOnlySpan<byte> _data;
    private int _position;

    private EventChecker(ReadOnlySpan<byte> data) => _data = data;

    /// <summary>Checks an event.</summary>
    /// <exception cref="EventFormatException">It is not a readable JSON object.</exception>
    public static void Check(ReadOnlySpan<byte> utf8Event)
    {
        if (!Utf8.IsValid(utf8Event))
        {
            throw EventError.At(utf8Event, PatternUtf8.FirstInvalid(utf8Event), "the bytes are not valid UTF-8");
        }

        EventChecker checker = new(utf8Event);
        if (checker.Peek("a JSON object") != '{')
        {
            throw checker.Unexpected("a JSON object (an event must be one)");
        }

        checker.CheckContainer();
    }

    /// <summary>Moves to the next token and returns its first byte without reading it.</summary>
    private byte Peek(string expected)
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

    /// <summary>Reads a field name and its colon.</summary>
    private void ReadName()
    {
        if (Peek("a field name") != '"')
        {
            throw Unexpected("a field name in double quotes");
        }

        _position++;
        ReadString();
        if (Peek("a colon") != ':')
        {
            throw Unexpected("a colon between field name and value");
        }

        _position++;
    }

    /// <summary>Reads a string, number or literal.</summary>
    private void ReadScalar(byte first)
    {
        switch (first)
        {
            case (byte)'"':
                _position++;
                ReadString();
                break;
            case (byte)'t':
                ReadLiteral("true"u8);
                break;
            case (byte)'f':
                ReadLiteral("false"u8);
                break;
            case (byte)'n':
                ReadLiteral("null"u8);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber();
                break;
            default:
                throw Unexpected("a value");
        }
    }

    private readonly EventFormatException Unexpected(string expected) => EventError.Unexpected(_data, _position, expected);

    private readonly EventFormatException ErrorAt(int offset, string reason) => EventError.At(_data, offset, reason);

    /// <summary>Reads the rest of a string whose opening quote is read.</summary>
    private void ReadString()
    {
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
                _position++;
                return;
            }

            if (b != '\\')
            {
                throw ErrorAt(_position, $"the control character 0x{b:X2} stands unescaped in a string");
            }

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
            throw ErrorAt(_position, $"a backslash is followed by {EventError.Describe(rest[1])}, which is no JSON escape");
        }

        _position += 2;
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal)
    {
        ReadOnlySpan<byte> rest = _data[_position..];
        bool endsThere = rest.Length <= literal.Length || !(char.IsAsciiLetterOrDigit((char)rest[literal.Length]) || rest[literal.Length] is (byte)'_' or >= 0x80);
        if (!rest.StartsWith(literal) || !endsThere)
        {
            throw ErrorAt(_position, "a word was found that is none of true, false and null");
        }

        _position += literal.Length;
    }

    private void ReadNumber()
    {
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
