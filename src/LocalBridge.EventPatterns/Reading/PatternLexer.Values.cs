using System.Buffers;
using System.Globalization;
using System.Text;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>The grammar of names, strings, numbers and literals.</summary>
internal sealed partial class PatternLexer
{
    internal static readonly SearchValues<char> EndsStringRun = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private void SkipWhitespace()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private void ReadFieldName()
    {
        if (text[_position] != '"')
        {
            throw Unexpected(_position, "was expecting double-quote to start field name");
        }

        _position++;
        ReadString();
        FieldName = _tokenText;
        SkipWhitespace();
        ThrowIfEndOfObject();
        if (text[_position] != ':')
        {
            throw Unexpected(_position, "was expecting a colon to separate field name and value");
        }

        _position++;
        SkipWhitespace();
        ThrowIfEndOfObject();
        _afterName = ReadValueStart();
    }

    private void ThrowIfEndOfObject()
    {
        if (_position == text.Length)
        {
            throw Error("Unexpected end-of-input within/between Object entries");
        }
    }

    private PatternToken ReadValueStart()
    {
        _tokenStart = _position;
        char c = text[_position];
        switch (c)
        {
            case '{':
                _position++;
                return PatternToken.StartObject;
            case '[':
                _position++;
                return PatternToken.StartArray;
            case '"':
                _position++;
                _stringPending = true;
                return PatternToken.String;
            case '-' or (>= '0' and <= '9'):
                ReadNumber();
                return PatternToken.Number;
            default:
                return ReadLiteral();
        }
    }

    private PatternToken ReadLiteral()
    {
        int start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] is '_' or '$'))
        {
            _position++;
        }

        switch (text.AsSpan(start, _position - start))
        {
            case "true":
                return PatternToken.True;
            case "false":
                return PatternToken.False;
            case "null":
                return PatternToken.Null;
            case "":
                throw Unexpected(start, $"expected a valid value {ValidValue}");
            case var word:
                throw Error($"Unrecognized token '{word}': was expecting {ValidValue}");
        }
    }

    private void ReadNumber()
    {
        int start = _position;
        if (text[_position] == '-')
        {
            _position++;
            RequireDigit("expected digit (0-9) to follow minus sign, for valid numeric value");
        }

        if (text[_position] == '0')
        {
            _position++;
            if (_position < text.Length && char.IsAsciiDigit(text[_position]))
            {
                throw Error("Invalid numeric value: Leading zeroes not allowed");
            }
        }
        else
        {
            SkipDigits();
        }

        if (_position < text.Length && text[_position] == '.')
        {
            _position++;
            RequireDigit("Decimal point not followed by a digit");
            SkipDigits();
        }

        if (_position < text.Length && text[_position] is 'e' or 'E')
        {
            _position++;
            if (_position < text.Length && text[_position] is '+' or '-')
            {
                _position++;
            }

            RequireDigit("Exponent indicator not followed by a digit");
            SkipDigits();
        }

        _tokenText = text[start.._position];
    }

    private void SkipDigits()
    {
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }
    }

    private void RequireDigit(string expectation)
    {
        if (_position == text.Length)
        {
            throw Error($"Unexpected end-of-input in a number: {expectation}");
        }

        if (!char.IsAsciiDigit(text[_position]))
        {
            throw Error($"Unexpected character ('{text[_position]}' (code {(int)text[_position]})) in numeric value: {expectation}");
        }
    }

    /// <summary>Reads the rest of a string whose opening quote is read.</summary>
    private void ReadString()
    {
        _stringPending = false;
        StringBuilder? unescaped = null;
        int start = _position;
        while (true)
        {
            int special = text.AsSpan(_position).IndexOfAny(EndsStringRun);
            if (special < 0)
            {
                _position = text.Length;
                throw Error("Unexpected end-of-input in a string: was expecting closing quote");
            }

            _position += special;
            if (text[_position] < ' ')
            {
                throw Error($"Illegal unquoted character ((CTRL-CHAR, code {(int)text[_position]})): has to be escaped using backslash to be included in string value");
            }

            if (text[_position] == '"')
            {
                _tokenText = unescaped is null ? text[start.._position] : unescaped.Append(text, start, _position - start).ToString();
                _position++;
                return;
            }

            unescaped ??= new StringBuilder();
            unescaped.Append(text, start, _position - start).Append(ReadEscape());
            start = _position;
        }
    }

    private char ReadEscape()
    {
        _position++;
        if (_position == text.Length)
        {
            throw Error("Unexpected end-of-input in character escape sequence");
        }

        char c = text[_position++];
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                if (_position + 4 > text.Length
                    || !ushort.TryParse(text.AsSpan(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
                {
                    throw Error("Unexpected character: was expecting four hexadecimal digits in a character escape sequence");
                }

                _position += 4;
                return (char)unit;
            default:
                throw Error($"Unrecognized character escape '{c}' (code {(int)c})");
        }
    }
}
