using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Nodes.Operators;
using LocalBridge.Json.Jsonata.Nodes.Variables;
using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Compiling;

internal sealed partial class Compiler
{
    private Node Binary(SyntaxNode syntax, Scope scope)
    {
        if (ReferenceEquals(syntax.Text, Symbols.Ampersand))
        {
            return Concatenation(syntax, scope);
        }

        Node left = Visit(syntax.Left!, scope, Tail.None);
        bool isLogic = syntax.Text is Symbols.And or Symbols.Or;
        Node right = isLogic ? VisitConditionally(syntax.Right!, scope) : Visit(syntax.Right!, scope, Tail.None);
        int position = syntax.Position;
        return syntax.Text switch
        {
            Symbols.Plus => new NumericNode<NumericOperators.Add>(left, right, position),
            Symbols.Minus => new NumericNode<NumericOperators.Subtract>(left, right, position),
            Symbols.Star => new NumericNode<NumericOperators.Multiply>(left, right, position),
            Symbols.Slash => new NumericNode<NumericOperators.Divide>(left, right, position),
            Symbols.Percent => new NumericNode<NumericOperators.Remainder>(left, right, position),
            Symbols.Equal => new EqualityNode(left, right, isNegated: false),
            Symbols.NotEqual => new EqualityNode(left, right, isNegated: true),
            Symbols.Less => new ComparisonNode<ComparisonOperators.Less>(left, right, position),
            Symbols.LessOrEqual => new ComparisonNode<ComparisonOperators.LessOrEqual>(left, right, position),
            Symbols.Greater => new ComparisonNode<ComparisonOperators.Greater>(left, right, position),
            Symbols.GreaterOrEqual => new ComparisonNode<ComparisonOperators.GreaterOrEqual>(left, right, position),
            Symbols.And => new LogicNode(left, right, isOr: false, position),
            Symbols.Or => new LogicNode(left, right, isOr: true, position),
            Symbols.In => new InclusionNode(left, right),
            Symbols.Range => new RangeNode(left, right, position),
            _ => throw new JsonataException("S0201", position, syntax.Text),
        };
    }

    // A chain a & b & c is one node; only parts without predicates of their own belong to it.
    private ConcatenationNode Concatenation(SyntaxNode syntax, Scope scope)
    {
        var chain = new List<SyntaxNode> { syntax };
        while (chain[^1].Left is { Predicates: null, Group: null, KeepsArray: false } left && left.IsBinary(Symbols.Ampersand))
        {
            chain.Add(left);
        }

        // The deepest operator comes last in the list and first in the text.
        _nesting += chain.Count - 1;
        var parts = new List<Node> { Visit(chain[^1].Left!, scope, Tail.None) };
        var positions = new List<int> { chain[^1].Position };
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            parts.Add(Visit(chain[i].Right!, scope, Tail.None));
            positions.Add(chain[i].Position);
            _nesting -= i > 0 ? 1 : 0;
        }

        return new ConcatenationNode([.. parts], [.. positions]);
    }

    private Node Variable(Reference reference)
    {
        Node? node = reference.IsRoot ? new RootNode()
            : reference.Function is { } function ? new LiteralNode(function.ToValue())
            : reference.Global < 0 ? null
            : hasNamedGlobals ? new NamedGlobalNode(globals.Names[reference.Global])
            : new GlobalNode(reference.Global);
        for (int i = reference.Variables.Count - 1; i >= 0; i--)
        {
            Variable variable = reference.Variables[i];
            Place place = Place.Of(variable, reference.Scope);
            node = variable.IsParameter && place.IsLocal ? new LocalNode(place.Slot) : new VariableNode(place, node);
        }

        return node ?? new LiteralNode(default);
    }
}
