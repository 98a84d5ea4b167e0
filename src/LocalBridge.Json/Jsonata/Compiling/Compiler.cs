using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Nodes.Constructors;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Compiling;

/// <summary>Turns a bound expression into nodes that are made for what each part does.</summary>
internal sealed partial class Compiler(Globals globals, FunctionTable functions, bool hasNamedGlobals)
{
    // Each so many levels a node checks the call stack; every level costs far less than the reserve that the check leaves.
    private const int LevelsBetweenGuards = 48;

    // How deep the part being compiled nests in its function, counted like the reference implementation evaluates.
    private int _nesting;

    // The deepest part that is evaluated in any case.
    private int _unconditional;

    // Above zero where the part may not be evaluated at all.
    private int _conditional;

    /// <summary>Gets how deep evaluating the expression nests at least.</summary>
    internal int Nesting => _unconditional;

    /// <summary>Compiles an expression.</summary>
    internal Node Compile(SyntaxNode syntax, Scope scope) => Visit(syntax, scope, Tail.None);

    private Node Visit(SyntaxNode syntax, Scope scope, Tail tail)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        _nesting++;
        if (_conditional == 0)
        {
            _unconditional = Math.Max(_unconditional, _nesting);
        }

        bool isBoxed = tail != Tail.None && syntax is { Kind: SyntaxKind.Block, Predicates: not null };
        Node node = Create(syntax, scope, isBoxed ? Tail.Boxed : syntax.Predicates is null && syntax.Group is null ? tail : Tail.None);
        if (syntax.Kind != SyntaxKind.Path && (syntax.Predicates is not null || syntax.Group is not null))
        {
            Scope around = syntax.PredicateScope ?? scope;
            GroupNode? group = syntax.Group is null ? null : Group(syntax.Group, around);
            TupleScope? tuple = syntax.PredicateScope is null ? null : Layout(syntax.PredicateScope);
            node = new PostfixNode(node, Filters(syntax.Predicates, around), group, tuple) { Unboxes = isBoxed && tail != Tail.Boxed };
        }

        node.KeepsArray |= syntax.KeepsArray;
        if (_nesting % LevelsBetweenGuards == 0)
        {
            node = new GuardNode(node);
        }

        _nesting--;
        return node;
    }

    private Node VisitConditionally(SyntaxNode syntax, Scope scope, Tail tail = Tail.None)
    {
        _conditional++;
        Node node = Visit(syntax, scope, tail);
        _conditional--;
        return node;
    }

    private Node Create(SyntaxNode syntax, Scope scope, Tail tail)
    {
        switch (syntax.Kind)
        {
            case SyntaxKind.String or SyntaxKind.Number or SyntaxKind.Constant:
                return new LiteralNode(syntax.Value);
            case SyntaxKind.Regex:
                return new LiteralNode(syntax.Regex!.ToValue());
            case SyntaxKind.Name:
                return new FieldNode(syntax.Text);
            case SyntaxKind.Variable:
                return syntax.Text.Length == 0 ? new ContextNode() : Variable(syntax.Reference!);
            case SyntaxKind.Parent:
                return Variable(syntax.Reference!);
            case SyntaxKind.Wildcard:
                return new WildcardNode();
            case SyntaxKind.Descendants:
                return new DescendantsNode();
            case SyntaxKind.Path:
                return Path(syntax, scope);
            case SyntaxKind.Binary:
                return Binary(syntax, scope);
            case SyntaxKind.Negation:
                return new Nodes.Operators.NegationNode(Visit(syntax.Left!, scope, Tail.None), syntax.Position);
            case SyntaxKind.ArrayConstructor:
                bool[] areArrays = [.. syntax.Items!.ConvertAll(item => item.Kind == SyntaxKind.ArrayConstructor)];
                return new ArrayNode(VisitAll(syntax.Items, scope), areArrays, syntax.IsWholeArray);
            case SyntaxKind.ObjectConstructor:
                return new ObjectNode(Group(syntax, scope));
            case SyntaxKind.Condition:
                return Condition(syntax, scope, tail);
            case SyntaxKind.Block:
                return Block(syntax, scope, tail);
            case SyntaxKind.Bind:
                return new Nodes.Variables.BindNode(
                    Nodes.Variables.Place.Of(syntax.Left!.Reference!.Variables[0], scope),
                    Visit(syntax.Right!, scope, Tail.None));
            case SyntaxKind.Lambda:
                return Lambda(syntax, scope);
            case SyntaxKind.Call:
                return Call(syntax, scope, tail, null);
            case SyntaxKind.PartialCall:
                return PartialCall(syntax, scope);
            case SyntaxKind.Apply:
                return Apply(syntax, scope);
            case SyntaxKind.Transform:
                return Transform(syntax);
            default:
                // A question mark outside of arguments does not get past the parser.
                throw new JsonataException("S0206", syntax.Position, syntax.Text);
        }
    }

    private Node[] VisitAll(List<SyntaxNode> items, Scope scope)
    {
        var nodes = new Node[items.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Visit(items[i], scope, Tail.None);
        }

        return nodes;
    }

    private Node Condition(SyntaxNode syntax, Scope scope, Tail tail)
    {
        Node condition = Visit(syntax.Left!, scope, Tail.None);
        if (syntax.Right is null)
        {
            return new FallbackNode(condition, VisitConditionally(syntax.Third!, scope), ReferenceEquals(syntax.Text, Symbols.Default));
        }

        Node taken = VisitConditionally(syntax.Right, scope, tail);
        return new ConditionNode(condition, taken, syntax.Third is null ? null : VisitConditionally(syntax.Third, scope, tail));
    }

    private BlockNode Block(SyntaxNode syntax, Scope scope, Tail tail)
    {
        Scope own = syntax.Scope ?? scope;
        List<SyntaxNode> items = syntax.Items!;
        var expressions = new Node[items.Count];
        for (int i = 0; i < expressions.Length; i++)
        {
            expressions[i] = Visit(items[i], own, i == expressions.Length - 1 ? tail : Tail.None);
        }

        return syntax.Scope is not { } inner ? new BlockNode(expressions, 0, 0, 0)
            : inner.IsCaptured ? new BlockNode(expressions, 0, 0, inner.Variables.Count)
            : new BlockNode(expressions, inner.Variables[0].Slot, inner.Variables.Count, 0);
    }

    private Filter[] Filters(List<Stage>? stages, Scope scope)
    {
        if (stages is null)
        {
            return [];
        }

        var filters = new List<Filter>(stages.Count);
        _conditional++;
        foreach (Stage stage in stages)
        {
            if (stage.Predicate is not null)
            {
                filters.Add(new Filter(Visit(stage.Predicate, scope, Tail.None)));
            }
        }

        _conditional--;
        return [.. filters];
    }

    private GroupNode Group(SyntaxNode syntax, Scope scope)
    {
        List<SyntaxPair> pairs = syntax.Pairs!;
        var nodes = new NodePair[pairs.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new NodePair(Visit(pairs[i].Key, scope, Tail.None), Visit(pairs[i].Value, scope, Tail.None));
        }

        return new GroupNode(nodes, syntax.Position);
    }
}
