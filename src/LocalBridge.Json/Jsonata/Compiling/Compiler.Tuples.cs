using System.Runtime.InteropServices;
using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Nodes.Constructors;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Compiling;

internal sealed partial class Compiler
{
    /// <summary>Compiles a path whose variables can live on the stack while each result goes on at once.</summary>
    /// <returns><see langword="null"/> where results have to be collected.</returns>
    private PathNode? TryBindingPath(SyntaxNode path, int firstTuple, Scope scope)
    {
        Scope tuple = path.Scope!;
        List<SyntaxNode> steps = path.Items!;
        if (path.IsTuple || path.Group is not null || tuple.IsCaptured || steps[0].IsWholeArray)
        {
            return null;
        }

        foreach (SyntaxNode step in steps)
        {
            bool needsAll = step.Kind == SyntaxKind.Sort
                || (step.IsTuple && step.Kind is SyntaxKind.Block or SyntaxKind.Path)
                || step.Stages?.Exists(stage => stage.Index is not null) == true;
            if (needsAll)
            {
                return null;
            }
        }

        var chain = default(StepChain);
        AddPlainSteps(ref chain, steps, 0, firstTuple, scope);
        for (int i = firstTuple; i < steps.Count; i++)
        {
            if (BindingStep(steps[i], tuple) is not { } step)
            {
                return null;
            }

            chain.Add(step);
        }

        return new PathNode(null, chain.First!) { IsAbsolute = steps[0].Kind == SyntaxKind.Variable };
    }

    private BindingStep? BindingStep(SyntaxNode step, Scope tuple)
    {
        _conditional++;
        Filter[] filters = Filters(step.Stages, tuple);
        Node node = Visit(step, tuple, Tail.None);
        _conditional--;
        if (!Array.TrueForAll(filters, filter => filter.IsBoolean))
        {
            return null;
        }

        return new BindingStep(
            node,
            Slot(step.Ancestor?.Label, tuple),
            Slot(step.Focus, tuple),
            Slot(step.Index, tuple),
            Array.ConvertAll(filters, filter => filter.Predicate));
    }

    private static int Slot(string? name, Scope tuple) => name is null ? -1 : tuple.Find(name)!.Slot;

    private TuplePathNode TuplePath(SyntaxNode path, int firstTuple, Scope scope)
    {
        Scope tuple = path.Scope!;
        List<SyntaxNode> steps = path.Items!;
        Node? prefix = firstTuple == 0 ? null : PlainPath(steps.GetRange(0, firstTuple), scope);
        if (firstTuple == 0 && steps[0].IsWholeArray)
        {
            // It is evaluated once, and its elements are what goes on.
            prefix = new ArrayPathNode(Visit(steps[0], scope, Tail.None), new NodeStep(new ContextNode()));
            firstTuple = 1;
        }

        var tupleSteps = new TupleStep[steps.Count - firstTuple];
        _conditional++;
        for (int i = 0; i < tupleSteps.Length; i++)
        {
            tupleSteps[i] = TupleStep(steps[firstTuple + i], tuple);
        }

        GroupNode? group = path.Group is null ? null : Group(path.Group, tuple);
        _conditional--;
        return new TuplePathNode(prefix, steps[0].Kind == SyntaxKind.Variable, tupleSteps, Layout(tuple), group, path.IsTuple);
    }

    private static TupleScope Layout(Scope tuple)
    {
        int[]? slots = tuple.IsCaptured ? null : [.. tuple.Variables.ConvertAll(variable => variable.Slot)];
        return new TupleScope([.. tuple.Variables.ConvertAll(variable => variable.Name)], slots);
    }

    private TupleStep TupleStep(SyntaxNode step, Scope tuple)
    {
        var stages = new List<TupleStage>();
        foreach (Stage stage in CollectionsMarshal.AsSpan(step.Stages))
        {
            stages.Add(stage.Predicate is null
                ? new TupleStage(null, Position(stage.Index, tuple))
                : new TupleStage(new Filter(Visit(stage.Predicate, tuple, Tail.None)), -1));
        }

        bool isSort = step.Kind == SyntaxKind.Sort;
        return new TupleStep
        {
            Node = isSort ? null : Visit(step, tuple, Tail.None),
            Ordering = isSort ? Order(step, tuple) : null,
            Ancestor = Position(step.Ancestor?.Label, tuple),
            Focus = Position(step.Focus, tuple),
            Index = Position(step.Index, tuple),
            Stages = [.. stages],
        };
    }

    private static int Position(string? name, Scope tuple) => name is null ? -1 : tuple.Variables.IndexOf(tuple.Find(name)!);
}
