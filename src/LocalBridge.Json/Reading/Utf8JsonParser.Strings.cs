using System.Buffers;
using System.Globalization;
using System.Text;

namespace LocalBridge.Json.Reading;

internal ref partial struct Utf8JsonParser
{
    private const int EscapeDigits = 4;

    // A quote ends a string, a backslash begins an escape, and control characters must not stand in one.
    private static readonly SearchValues<byte> EndOfPlainString = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    /// <summary>Reads a string whose opening quote is the next byte.</summary>
    private bool TryReadString(out string text)
    {
        ReadOnlySpan<byte> rest = _json[(_position + 1)..];
        int end = rest.IndexOfAny(EndOfPlainString);
        if (end >= 0 && rest[end] == '"')
        {
            _position += end + 2;
            text = Encoding.UTF8.GetString(rest[..end]);
            return true;
        }

        return TryReadEscapedString(out text);
    }

    private bool TryReadEscapedString(out string text)
    {
        text = string.Empty;
        _position++;
        var buffer = new ArrayBufferWriter<char>();
        while (true)
        {
            ReadOnlySpan<byte> rest = _json[_position..];
            int end = rest.IndexOfAny(EndOfPlainString);
            if (end < 0)
            {
                _position = _json.Length;
                return Fail("'\"' at the end of a string");
            }

            buffer.Advance(Encoding.UTF8.GetChars(rest[..end], buffer.GetSpan(end + 1)));
            _position += end;
            if (rest[end] == '"')
            {
                _position++;
                text = buffer.WrittenSpan.ToString();
                return true;
            }

            if (rest[end] != '\\')
            {
                return FailWith($"A string holds the control character U+{rest[end]:X4}; expected it written as \\u{rest[end]:x4}.");
            }

            if (!TryReadEscape(out char character))
            {
                return false;
            }

            buffer.Write([character]);
        }
    }

    private bool TryReadEscape(out char character)
    {
        _position++;
        byte kind = Peek();
        character = kind switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        if (character != '\0')
        {
            _position++;
            return true;
        }

        if (kind != 'u')
        {
            return Fail("one of \" \\ / b f n r t u after a backslash");
        }

        // Halves of a surrogate pair are taken as they come: JSON text may hold one alone.
        _position++;
        ReadOnlySpan<byte> rest = _json[_position..];
        if (rest.Length >= EscapeDigits
            && ushort.TryParse(rest[..EscapeDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            _position += EscapeDigits;
            character = (char)code;
            return true;
        }

        return Fail("four hexadecimal digits after \\u");
    }

    private void SkipByteOrderMark()
    {
        if (_json.StartsWith("\uFEFF"u8))
        {
            _position = "\uFEFF"u8.Length;
        }
    }

    // Zero at the end of the text: it stands for no character of the grammar.
    private readonly byte Peek() => (uint)_position < (uint)_json.Length ? _json[_position] : (byte)0;

    private bool SkipBlanks()
    {
        while (true)
        {
            while ((uint)_position < (uint)_json.Length && _json[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                _position++;
            }

            if (!_options.IsLenient || Peek() != '/')
            {
                return true;
            }

            if (!TrySkipComment())
            {
                return false;
            }
        }
    }

    private bool TrySkipComment()
    {
        ReadOnlySpan<byte> rest = _json[_position..];
        bool isLine = rest.StartsWith("//"u8);
        if (!isLine && !rest.StartsWith("/*"u8))
        {
            return Fail("a comment");
        }

        ReadOnlySpan<byte> body = rest[2..];
        int end = isLine ? body.IndexOfAny((byte)'\n', (byte)'\r') : body.IndexOf("*/"u8);
        if (end < 0 && !isLine)
        {
            return Fail("'*/' after '/*'");
        }

        _position += end < 0 ? rest.Length : end + 2 + (isLine ? 0 : 2);
        return true;
    }

    private bool Fail(string expected)
    {
        if (_position >= _json.Length)
        {
            return FailWith($"Expected {expected}, but the text ends.");
        }

        OperationStatus status = Rune.DecodeFromUtf8(_json[_position..], out Rune found, out _);
        bool isVisible = status == OperationStatus.Done && !Rune.IsControl(found);
        return FailWith(isVisible ? $"Expected {expected}, but found '{found}'." : $"Expected {expected}, but found U+{found.Value:X4}.");
    }

    private bool FailWith(string message)
    {
        _fault = message;
        return false;
    }
}
