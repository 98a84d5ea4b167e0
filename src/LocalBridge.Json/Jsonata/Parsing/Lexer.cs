using System.Globalization;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Cuts an expression into tokens, one at a time: whether a slash divides or starts a regular expression is known only to the parser.</summary>
internal ref partial struct Lexer(string source, bool hasDefaultOperators)
{
    private readonly string _source = source;

    // The language of AWS Step Functions is older than the operators ?: and ??.
    private readonly bool _hasDefaultOperators = hasDefaultOperators;

    private int _at;

    /// <summary>Returns the next token.</summary>
    /// <param name="isAfterOperand">Whether an operand stands before it, so that a slash divides.</param>
    internal Token Next(bool isAfterOperand)
    {
        SkipBlanksAndComments();
        if (_at >= _source.Length)
        {
            return new Token(TokenKind.End, Symbols.End, default, _source.Length);
        }

        char first = _source[_at];
        if (first == '/' && !isAfterOperand)
        {
            _at++;
            return ReadRegex();
        }

        if (Symbols.OfCharacter(first) is { } symbol)
        {
            return ReadOperator(first, symbol);
        }

        return first switch
        {
            '"' or '\'' => ReadString(first),
            >= '0' and <= '9' => ReadNumber(),
            '`' => ReadQuotedName(),
            _ => ReadName(),
        };
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\r' or '\v';

    private static Token Operator(string symbol, int position) =>
        new(TokenKind.Operator, symbol, default, position) { Power = Symbols.PowerOf(symbol) };

    private void SkipBlanksAndComments()
    {
        while (_at < _source.Length)
        {
            if (IsBlank(_source[_at]))
            {
                _at++;
            }
            else if (_source[_at] == '/' && _at + 1 < _source.Length && _source[_at + 1] == '*')
            {
                int end = _source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw new JsonataException("S0106", _at) : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Token ReadOperator(char first, string symbol)
    {
        if (_at + 1 < _source.Length
            && Symbols.OfPair(first, _source[_at + 1]) is { } pair
            && (_hasDefaultOperators || pair is not (Symbols.Default or Symbols.Coalesce)))
        {
            symbol = pair;
        }

        _at += symbol.Length;
        return Operator(symbol, _at);
    }

    private Token ReadNumber()
    {
        int start = _at;
        int end = start;
        if (_source[end] == '0')
        {
            end++;
        }
        else
        {
            end = SkipDigits(end);
        }

        if (end + 1 < _source.Length && _source[end] == '.' && char.IsAsciiDigit(_source[end + 1]))
        {
            end = SkipDigits(end + 1);
        }

        if (end < _source.Length && _source[end] is 'e' or 'E')
        {
            int digits = end + 1 < _source.Length && _source[end + 1] is '+' or '-' ? end + 2 : end + 1;
            int exponentEnd = SkipDigits(digits);
            end = exponentEnd > digits ? exponentEnd : end;
        }

        ReadOnlySpan<char> literal = _source.AsSpan(start, end - start);
        double number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw new JsonataException("S0102", start, literal.ToString());
        }

        _at = end;
        return new Token(TokenKind.Number, string.Empty, JsonValue.FromFiniteDouble(number), end);
    }

    private readonly int SkipDigits(int at)
    {
        while (at < _source.Length && char.IsAsciiDigit(_source[at]))
        {
            at++;
        }

        return at;
    }

    private Token ReadQuotedName()
    {
        int end = _source.IndexOf('`', _at + 1);
        if (end < 0)
        {
            throw new JsonataException("S0105", _source.Length);
        }

        string name = PropertyNameCache.Shared.Intern(_source[(_at + 1)..end]);
        _at = end + 1;
        return new Token(TokenKind.Name, name, default, _at);
    }

    private Token ReadName()
    {
        int start = _at;
        while (_at < _source.Length && !IsBlank(_source[_at]) && Symbols.OfCharacter(_source[_at]) is null)
        {
            _at++;
        }

        ReadOnlySpan<char> text = _source.AsSpan(start, _at - start);
        if (text[0] == '$')
        {
            return new Token(TokenKind.Variable, PropertyNameCache.Shared.Intern(text[1..].ToString()), default, _at);
        }

        return text switch
        {
            "and" => Operator(Symbols.And, _at),
            "or" => Operator(Symbols.Or, _at),
            "in" => Operator(Symbols.In, _at),
            "true" => new Token(TokenKind.Constant, string.Empty, JsonValue.True, _at),
            "false" => new Token(TokenKind.Constant, string.Empty, JsonValue.False, _at),
            "null" => new Token(TokenKind.Constant, string.Empty, JsonValue.Null, _at),
            _ => new Token(TokenKind.Name, PropertyNameCache.Shared.Intern(text.ToString()), default, _at),
        };
    }
}
