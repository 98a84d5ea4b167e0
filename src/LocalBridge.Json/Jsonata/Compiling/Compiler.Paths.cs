using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Compiling;

internal sealed partial class Compiler
{
    private Node Path(SyntaxNode path, Scope scope)
    {
        List<SyntaxNode> steps = path.Items!;
        int firstTuple = steps.FindIndex(step => step.IsTuple);
        bool keepsArray = path.KeepsSingletonArray;
        Node node;
        if (firstTuple < 0)
        {
            node = PlainPath(steps, scope);
        }
        else if (TryBindingPath(path, firstTuple, scope) is { } binding)
        {
            node = binding;
        }
        else
        {
            node = TuplePath(path, firstTuple, scope);
            node.KeepsArray = keepsArray;
            return node;
        }

        node.KeepsArray = keepsArray;
        if (path.Group is not null)
        {
            node.KeepsArray = false;
            node = new PostfixNode(node, [], Group(path.Group, scope), null);
        }

        return node;
    }

    private Node PlainPath(List<SyntaxNode> steps, Scope scope)
    {
        int sort = steps.FindLastIndex(step => step.Kind == SyntaxKind.Sort);
        if (sort >= 0)
        {
            GuardNode.Check();
            var upstream = new GuardNode(PlainPath(steps.GetRange(0, sort), scope));
            Filter[] filters = Filters(steps[sort].Stages, scope);
            Ordering ordering = Order(steps[sort], scope);
            return new SortedPathNode(upstream, ordering, filters, Chain(steps, sort + 1, scope));
        }

        SyntaxNode first = steps[0];
        if (steps.Count == 1 && first is { Stages: null, Kind: SyntaxKind.Variable })
        {
            return Visit(first, scope, Tail.None);
        }

        if (first.IsWholeArray)
        {
            Node head = Visit(first, scope, Tail.None);
            return Chain(steps, 1, scope) is { } rest ? new ArrayPathNode(head, rest) : head;
        }

        return first is { Kind: SyntaxKind.Variable, Stages: null }
            ? new PathNode(Visit(first, scope, Tail.None), Chain(steps, 1, scope)!)
            : new PathNode(null, Chain(steps, 0, scope)!) { IsAbsolute = first.Kind == SyntaxKind.Variable };
    }

    private Step? Chain(List<SyntaxNode> steps, int from, Scope scope)
    {
        var chain = default(StepChain);
        AddPlainSteps(ref chain, steps, from, steps.Count, scope);
        return chain.First;
    }

    private void AddPlainSteps(ref StepChain chain, List<SyntaxNode> steps, int from, int end, Scope scope)
    {
        for (int i = from; i < end; i++)
        {
            // What is not reached is not evaluated: the steps behind the first depend on its results.
            _conditional += i > 0 ? 1 : 0;
            chain.Add(PlainStep(steps[i], scope));
            _conditional -= i > 0 ? 1 : 0;
        }
    }

    private Step PlainStep(SyntaxNode step, Scope scope)
    {
        Filter[] filters = Filters(step.Stages, scope);
        if (filters.Length == 0 && step is { Kind: SyntaxKind.Name, Predicates: null, Group: null })
        {
            return new FieldStep(step.Text);
        }

        Node node = Visit(step, scope, Tail.None);
        return filters.Length switch
        {
            0 => new NodeStep(node),
            1 => new FilteredStep(node, filters[0]),
            _ => new StagedStep(node, filters),
        };
    }

    private Ordering Order(SyntaxNode sort, Scope scope)
    {
        var terms = new OrderTerm[sort.Terms!.Count];
        _conditional++;
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = new OrderTerm(Visit(sort.Terms[i].Expression, scope, Tail.None), sort.Terms[i].IsDescending);
        }

        _conditional--;
        return new Ordering(terms, sort.Position);
    }
}
