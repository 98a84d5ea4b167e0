namespace LocalBridge.Json.Jsonata.Parsing;

internal ref partial struct Parser
{
    private SyntaxNode ReadOperand(in Token token) => token.Kind switch
    {
        TokenKind.Name => new SyntaxNode(SyntaxKind.Name, token.Text, token.Position),
        TokenKind.Variable => new SyntaxNode(SyntaxKind.Variable, token.Text, token.Position),
        TokenKind.String => new SyntaxNode(SyntaxKind.String, token.Text, token.Position) { Value = token.Value },
        TokenKind.Number => new SyntaxNode(SyntaxKind.Number, token.Text, token.Position) { Value = token.Value },
        TokenKind.Constant => new SyntaxNode(SyntaxKind.Constant, token.Text, token.Position) { Value = token.Value },
        TokenKind.Regex => new SyntaxNode(SyntaxKind.Regex, token.Text, token.Position) { Regex = token.Regex },
        TokenKind.End => new SyntaxNode(SyntaxKind.End, token.Text, token.Position),
        _ => ReadPrefix(token),
    };

    private SyntaxNode ReadPrefix(in Token token)
    {
        switch (token.Text)
        {
            case Symbols.And or Symbols.Or or Symbols.In:
                return new SyntaxNode(SyntaxKind.OperatorName, token.Text, token.Position);
            case Symbols.Minus:
                return new SyntaxNode(SyntaxKind.Negation, token.Text, token.Position) { Left = ReadExpression(Symbols.PrefixPower) };
            case Symbols.Star:
                return new SyntaxNode(SyntaxKind.Wildcard, token.Text, token.Position);
            case Symbols.DoubleStar:
                return new SyntaxNode(SyntaxKind.Descendants, token.Text, token.Position);
            case Symbols.Percent:
                return new SyntaxNode(SyntaxKind.Parent, token.Text, token.Position);
            case Symbols.OpenParenthesis:
                return ReadBlock(token);
            case Symbols.OpenBracket:
                return ReadArray(token);
            case Symbols.OpenBrace:
                return new SyntaxNode(SyntaxKind.ObjectConstructor, token.Text, token.Position) { Pairs = ReadPairs() };
            case Symbols.Bar:
                return ReadTransform(token);
            default:
                throw Fault("S0211", token.Position, token.ToErrorToken());
        }
    }

    private SyntaxNode ReadBlock(in Token token)
    {
        var expressions = new List<SyntaxNode>();
        while (!_token.Is(Symbols.CloseParenthesis))
        {
            expressions.Add(ReadExpression(0));
            if (!TryTake(Symbols.Semicolon))
            {
                break;
            }
        }

        Expect(Symbols.CloseParenthesis, isAfterOperand: true);
        return new SyntaxNode(SyntaxKind.Block, token.Text, token.Position) { Items = expressions };
    }

    private SyntaxNode ReadArray(in Token token)
    {
        var elements = new List<SyntaxNode>();
        if (!_token.Is(Symbols.CloseBracket))
        {
            do
            {
                elements.Add(ReadElement());
            }
            while (TryTake(Symbols.Comma));
        }

        Expect(Symbols.CloseBracket, isAfterOperand: true);
        return new SyntaxNode(SyntaxKind.ArrayConstructor, token.Text, token.Position) { Items = elements };
    }

    private SyntaxNode ReadElement()
    {
        SyntaxNode element = ReadExpression(0);
        int position = _token.Position;
        return TryTake(Symbols.Range)
            ? new SyntaxNode(SyntaxKind.Binary, Symbols.Range, position) { Left = element, Right = ReadExpression(0) }
            : element;
    }

    private List<SyntaxPair> ReadPairs()
    {
        var pairs = new List<SyntaxPair>();
        if (!_token.Is(Symbols.CloseBrace))
        {
            do
            {
                SyntaxNode key = ReadExpression(0);
                Expect(Symbols.Colon);
                pairs.Add(new SyntaxPair(key, ReadExpression(0)));
            }
            while (TryTake(Symbols.Comma));
        }

        Expect(Symbols.CloseBrace, isAfterOperand: true);
        return pairs;
    }

    private SyntaxNode ReadTransform(in Token token)
    {
        var transform = new SyntaxNode(SyntaxKind.Transform, token.Text, token.Position) { Left = ReadExpression(0) };
        Expect(Symbols.Bar);
        transform.Right = ReadExpression(0);
        if (TryTake(Symbols.Comma))
        {
            transform.Third = ReadExpression(0);
        }

        Expect(Symbols.Bar);
        return transform;
    }
}
