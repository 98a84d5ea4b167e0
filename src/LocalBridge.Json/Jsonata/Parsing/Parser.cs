using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Parses an expression by the binding powers of its operators.</summary>
internal ref partial struct Parser
{
    private Lexer _lexer;
    private Token _token;

    private Parser(string source, bool hasDefaultOperators)
    {
        _lexer = new Lexer(source, hasDefaultOperators);
        _token = _lexer.Next(isAfterOperand: false);
        CheckOperator();
    }

    /// <summary>Parses a whole expression.</summary>
    /// <exception cref="JsonataException">The expression is faulty.</exception>
    internal static SyntaxNode Parse(string source, bool hasDefaultOperators)
    {
        var parser = new Parser(source, hasDefaultOperators);
        SyntaxNode expression = parser.ReadExpression(0);
        return parser._token.Kind == TokenKind.End
            ? expression
            : throw Fault("S0201", parser._token.Position, parser._token.ToErrorToken());
    }

    private static JsonataException Fault(string code, int position, JsonValue token, JsonValue value = default) =>
        new(code, position, null, value) { TokenValue = token };

    private SyntaxNode ReadExpression(int power)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        Token token = _token;
        Advance(isAfterOperand: true);
        SyntaxNode left = ReadOperand(token);
        while (power < _token.Power)
        {
            token = _token;
            Advance(isAfterOperand: false);
            left = ReadOperator(token, left);
        }

        return left;
    }

    private void Advance(bool isAfterOperand)
    {
        _token = _lexer.Next(isAfterOperand);
        CheckOperator();
    }

    // These two only end names; alone they are no operators.
    private readonly void CheckOperator()
    {
        if (_token.Kind == TokenKind.Operator && _token.Text is Symbols.Exclamation or Symbols.Tilde)
        {
            throw Fault("S0204", _token.Position, _token.Text);
        }
    }

    private void Expect(string symbol, bool isAfterOperand = false)
    {
        if (!_token.Is(symbol))
        {
            string code = _token.Kind == TokenKind.End ? "S0203" : "S0202";
            throw Fault(code, _token.Position, _token.ToErrorToken(), symbol);
        }

        Advance(isAfterOperand);
    }

    private bool TryTake(string symbol)
    {
        if (!_token.Is(symbol))
        {
            return false;
        }

        Advance(isAfterOperand: false);
        return true;
    }
}
