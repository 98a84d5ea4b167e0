namespace LocalBridge.Json.Jsonata.Parsing;

internal ref partial struct Parser
{
    private SyntaxNode ReadOperator(in Token token, SyntaxNode left)
    {
        switch (token.Text)
        {
            case Symbols.OpenParenthesis:
                return ReadCall(token, left);
            case Symbols.OpenBracket:
                return ReadPredicate(token, left);
            case Symbols.OpenBrace:
                return new SyntaxNode(SyntaxKind.Binary, token.Text, token.Position) { Left = left, Pairs = ReadPairs() };
            case Symbols.Caret:
                return ReadOrder(token, left);
            case Symbols.Assign:
                return left.Kind == SyntaxKind.Variable
                    ? Binary(token, left, ReadExpression(Symbols.AssignPower - 1))
                    : throw Fault("S0212", left.Position, left.ToErrorToken());
            case Symbols.At or Symbols.Hash:
                return ReadVariableBinding(token, left);
            case Symbols.Question:
                return ReadCondition(token, left);
            case Symbols.Default or Symbols.Coalesce:
                return new SyntaxNode(SyntaxKind.Condition, token.Text, token.Position) { Left = left, Third = ReadExpression(0) };
            default:
                return Binary(token, left, ReadExpression(token.Power));
        }
    }

    private static SyntaxNode Binary(in Token token, SyntaxNode left, SyntaxNode right) =>
        new(SyntaxKind.Binary, token.Text, token.Position) { Left = left, Right = right };

    private SyntaxNode ReadVariableBinding(in Token token, SyntaxNode left)
    {
        SyntaxNode variable = ReadExpression(Symbols.BlockPower);
        return variable.Kind == SyntaxKind.Variable
            ? Binary(token, left, variable)
            : throw Fault("S0214", variable.Position, token.Text);
    }

    private SyntaxNode ReadCondition(in Token token, SyntaxNode left)
    {
        var condition = new SyntaxNode(SyntaxKind.Condition, token.Text, token.Position) { Left = left, Right = ReadExpression(0) };
        if (TryTake(Symbols.Colon))
        {
            condition.Third = ReadExpression(0);
        }

        return condition;
    }

    private SyntaxNode ReadPredicate(in Token token, SyntaxNode left)
    {
        if (_token.Is(Symbols.CloseBracket))
        {
            // Empty brackets belong to the step itself, not to its predicates.
            SyntaxNode step = left;
            while (step.IsBinary(Symbols.OpenBracket))
            {
                step = step.Left!;
            }

            step.KeepsArray = true;
            Advance(isAfterOperand: false);
            return left;
        }

        SyntaxNode predicate = ReadExpression(0);
        Expect(Symbols.CloseBracket, isAfterOperand: true);
        return Binary(token, left, predicate);
    }

    private SyntaxNode ReadOrder(in Token token, SyntaxNode left)
    {
        Expect(Symbols.OpenParenthesis);
        var terms = new List<SortTerm>();
        do
        {
            bool isDescending = TryTake(Symbols.Greater);
            if (!isDescending)
            {
                TryTake(Symbols.Less);
            }

            terms.Add(new SortTerm(ReadExpression(0), isDescending));
        }
        while (TryTake(Symbols.Comma));

        Expect(Symbols.CloseParenthesis);
        return new SyntaxNode(SyntaxKind.Binary, token.Text, token.Position) { Left = left, Terms = terms };
    }
}
