using System.Globalization;
using System.Text;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Parsing;

internal ref partial struct Lexer
{
    private Token ReadString(char quote)
    {
        int start = ++_at;
        int end = _source.AsSpan(start).IndexOfAny(quote, '\\');
        if (end >= 0 && _source[start + end] == quote)
        {
            _at = start + end + 1;
            return Text(_source.Substring(start, end));
        }

        var text = new StringBuilder();
        while (_at < _source.Length)
        {
            char character = _source[_at];
            if (character == quote)
            {
                _at++;
                return Text(text.ToString());
            }

            if (character == '\\')
            {
                _at++;
                character = ReadEscape();
            }

            text.Append(character);
            _at++;
        }

        throw new JsonataException("S0101", _at);
    }

    private readonly Token Text(string text) => new(TokenKind.String, text, text, _at);

    // Leaves the place at the last character of the escape sequence.
    private char ReadEscape()
    {
        char escape = _at < _source.Length ? _source[_at] : '\0';
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
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
                ReadOnlySpan<char> digits = _source.AsSpan(_at + 1, Math.Min(4, _source.Length - _at - 1));
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
                {
                    throw new JsonataException("S0104", _at);
                }

                _at += 4;
                return (char)unit;
            default:
                throw new JsonataException("S0103", _at, _at < _source.Length ? escape.ToString() : string.Empty);
        }
    }

    // The end is the first slash that is not escaped and stands outside brackets.
    private Token ReadRegex()
    {
        int start = _at;
        int depth = 0;
        for (; _at < _source.Length; _at++)
        {
            char character = _source[_at];
            if (character == '/' && depth == 0 && !IsEscaped(_at))
            {
                if (_at == start)
                {
                    throw new JsonataException("S0301", _at);
                }

                string pattern = _source[start.._at];
                int flags = ++_at;
                while (_at < _source.Length && _source[_at] is 'i' or 'm')
                {
                    _at++;
                }

                return new Token(TokenKind.Regex, pattern, default, _at) { Regex = RegexValue.Create(pattern, _source[flags.._at], _at) };
            }

            bool follows = _source[_at - 1] == '\\';
            depth += follows ? 0 : character switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
        }

        throw new JsonataException("S0302", _at);
    }

    private readonly bool IsEscaped(int at)
    {
        int backslashes = 0;
        while (_source[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 != 0;
    }
}
