using System.Text;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Parsing;

internal ref partial struct Parser
{
    private SyntaxNode ReadCall(in Token token, SyntaxNode procedure)
    {
        var arguments = new List<SyntaxNode>();
        bool isPartial = false;
        if (!_token.Is(Symbols.CloseParenthesis))
        {
            do
            {
                int position = _token.Position;
                if (TryTake(Symbols.Question))
                {
                    isPartial = true;
                    arguments.Add(new SyntaxNode(SyntaxKind.Placeholder, Symbols.Question, position));
                }
                else
                {
                    arguments.Add(ReadExpression(0));
                }
            }
            while (TryTake(Symbols.Comma));
        }

        Expect(Symbols.CloseParenthesis, isAfterOperand: true);
        return procedure.IsName("function") || procedure.IsName("λ")
            ? ReadLambda(token, arguments)
            : new SyntaxNode(isPartial ? SyntaxKind.PartialCall : SyntaxKind.Call, token.Text, token.Position) { Left = procedure, Items = arguments };
    }

    private SyntaxNode ReadLambda(in Token token, List<SyntaxNode> parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind != SyntaxKind.Variable)
            {
                throw Fault("S0208", parameters[i].Position, parameters[i].ToErrorToken(), i + 1);
            }
        }

        var lambda = new SyntaxNode(SyntaxKind.Lambda, token.Text, token.Position) { Items = parameters };
        if (_token.Is(Symbols.Less))
        {
            lambda.Signature = ReadSignature();
        }

        Expect(Symbols.OpenBrace);
        lambda.Left = ReadExpression(0);
        Expect(Symbols.CloseBrace);
        return lambda;
    }

    private Signature ReadSignature()
    {
        int position = _token.Position;
        var text = new StringBuilder("<");
        int depth = 1;
        while (depth > 0 && !_token.Is(Symbols.OpenBrace) && _token.Kind != TokenKind.End)
        {
            Advance(isAfterOperand: false);
            depth += _token.Is(Symbols.Less) ? 1 : _token.Is(Symbols.Greater) ? -1 : 0;
            text.Append(_token.Kind is TokenKind.Number or TokenKind.Constant ? _token.Value.ToJson() : _token.Text);
        }

        Expect(Symbols.Greater);
        try
        {
            return SignatureReader.Read(text.ToString());
        }
        catch (JsonataException fault)
        {
            fault.Position += position;
            throw;
        }
    }
}
