using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Nodes.Calls;
using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Compiling;

internal sealed partial class Compiler
{
    private Node Call(SyntaxNode syntax, Scope scope, Tail tail, SyntaxNode? chained)
    {
        if (tail == Tail.Boxed)
        {
            return new BoxNode(Call(syntax, scope, Tail.None, chained));
        }

        SyntaxNode procedure = syntax.Left!;
        List<SyntaxNode> items = syntax.Items!;
        int count = items.Count + (chained is null ? 0 : 1);
        NativeFunction? function = procedure.Reference is { IsFunction: true } && procedure.Predicates is null && procedure.Group is null
            ? procedure.Reference.Function
            : null;
        CallSite site = Site(syntax, tail, chained is not null, scope);
        if (function is not null && InPlaceCall(function, syntax, scope, site, chained) is { } inPlace)
        {
            return inPlace;
        }

        var arguments = new Node[count];
        int at = 0;
        if (chained is not null)
        {
            arguments[at++] = Visit(chained, scope, Tail.None);
        }

        Node? target = function is null ? Visit(procedure, scope, Tail.None) : null;
        foreach (SyntaxNode item in items)
        {
            arguments[at++] = Visit(item, scope, Tail.None);
        }

        return function is null ? new CallNode(target!, arguments, site)
            : function.Name == "eval" && function.Number >= 0 ? new EvalNode(function, arguments, syntax.Scope!, site)
            : NativeCall(function, arguments, site);
    }

    private static Node NativeCall(NativeFunction function, Node[] arguments, CallSite site) =>
        Nodes.Calls.AggregateNode.TryCreate(function, arguments, site) ?? (Node)new NativeCallNode(function, arguments, site);

    private CallSite Site(SyntaxNode syntax, Tail tail, bool hasChained, Scope scope)
    {
        SyntaxNode procedure = syntax.Left!;
        SyntaxNode named = procedure.Kind == SyntaxKind.Path ? procedure.Items![0] : procedure;
        return new CallSite
        {
            Position = syntax.Position,
            ProcedurePosition = procedure.Position,
            Token = named.Kind switch
            {
                SyntaxKind.Name or SyntaxKind.Variable or SyntaxKind.String => named.Text,
                SyntaxKind.Call or SyntaxKind.PartialCall or SyntaxKind.Block => Symbols.OpenParenthesis,
                _ => null,
            },
            Nesting = _nesting,
            IsTail = tail != Tail.None,
            IsInlined = tail == Tail.Inlined,
            HasChained = hasChained,
            MissesDollar = procedure.Kind == SyntaxKind.Path && IsKnown(named.Text, scope),
        };
    }

    // Whether a dollar sign in front would make it a variable or function.
    private bool IsKnown(string name, Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Parent)
        {
            if (around.Find(name) is not null)
            {
                return true;
            }
        }

        return functions.Find(name) is not null;
    }

    private LambdaNode Lambda(SyntaxNode syntax, Scope scope)
    {
        _ = scope;
        return new LambdaNode(Code(syntax, syntax.Left!, syntax.Items!.Count));
    }

    private LambdaCode Code(SyntaxNode syntax, SyntaxNode body, int parameters)
    {
        Scope own = syntax.Scope!;
        (int nesting, int unconditional, int conditional) = (_nesting, _unconditional, _conditional);
        (_nesting, _unconditional, _conditional) = (0, 0, 0);
        Node node = Visit(body, own, Tail.Call);
        var code = new LambdaCode
        {
            Body = node,
            Parameters = parameters,
            Locals = Math.Max(own.Locals, parameters),
            FrameSize = own.IsCaptured ? own.Variables.Count : 0,
            Nesting = _unconditional,
            Signature = syntax.Signature,
        };
        (_nesting, _unconditional, _conditional) = (nesting, unconditional, conditional);
        return code;
    }

    private TransformNode Transform(SyntaxNode syntax)
    {
        Scope own = syntax.Scope!;
        (int nesting, int unconditional, int conditional) = (_nesting, _unconditional, _conditional);
        _nesting = 0;
        var code = new TransformCode
        {
            Pattern = Visit(syntax.Left!, own, Tail.None),
            Update = Visit(syntax.Right!, own, Tail.None),
            Deletion = syntax.Third is null ? null : Visit(syntax.Third, own, Tail.None),
            Locals = own.Locals,
            FrameSize = own.IsCaptured ? own.Variables.Count : 0,
            Clone = syntax.Reference!.IsFunction ? null : Variable(syntax.Reference),
            Position = syntax.Position,
            UpdatePosition = syntax.Right!.Position,
            DeletionPosition = syntax.Third?.Position ?? -1,
        };
        (_nesting, _unconditional, _conditional) = (nesting, unconditional, conditional);
        return new TransformNode(code);
    }

    private PartialCallNode PartialCall(SyntaxNode syntax, Scope scope)
    {
        Node?[] arguments = [.. syntax.Items!.ConvertAll(item =>
            item.Kind == SyntaxKind.Placeholder ? null : Visit(item, scope, Tail.None))];
        return new PartialCallNode(Visit(syntax.Left!, scope, Tail.None), arguments, Site(syntax, Tail.None, false, scope));
    }

    private Node Apply(SyntaxNode syntax, Scope scope)
    {
        if (syntax.Right!.Kind == SyntaxKind.Call)
        {
            return Call(syntax.Right, scope, Tail.None, syntax.Left);
        }

        Node left = Visit(syntax.Left!, scope, Tail.None);
        return new ApplyNode(left, Visit(syntax.Right, scope, Tail.None), syntax.Position, _nesting);
    }

    private Node? InPlaceCall(NativeFunction function, SyntaxNode syntax, Scope scope, CallSite site, SyntaxNode? chained)
    {
        SyntaxNode? lambda = syntax.Items!.Find(item => item.IsInlined);
        if (lambda is null)
        {
            return null;
        }

        Node list = Visit(chained ?? syntax.Items[0], scope, Tail.None);
        InPlaceFunction body = InPlaceBody(lambda);
        int start = chained is null ? 2 : 1;
        return function.Name switch
        {
            "map" => new MapNode(function, list, body, site),
            "filter" => new FilterNode(function, list, body, site),
            "sort" => new SortNode(function, list, body, site),
            _ => new ReduceNode(
                function,
                list,
                body,
                syntax.Items.Count > start ? Visit(syntax.Items[start], scope, Tail.None) : null,
                site),
        };
    }

    private InPlaceFunction InPlaceBody(SyntaxNode lambda)
    {
        Scope own = lambda.Scope!;
        Node body = VisitConditionally(lambda.Left!, own, Tail.Inlined);
        int first = own is { IsCaptured: false, Variables.Count: > 0 } ? own.Variables[0].Slot : 0;
        return new InPlaceFunction(body, lambda.Items!.Count, first, own.Variables.Count, own is { IsCaptured: true, Variables.Count: > 0 });
    }
}
