using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Refining;

internal sealed partial class Refiner
{
    private SyntaxNode VisitBinary(SyntaxNode node)
    {
        switch (node.Text)
        {
            case Symbols.Dot:
                return VisitStep(node);
            case Symbols.OpenBracket:
                return VisitPredicate(node);
            case Symbols.OpenBrace:
                return VisitGroup(node);
            case Symbols.Caret:
                return VisitOrder(node);
            case Symbols.At:
                return VisitFocus(node);
            case Symbols.Hash:
                return VisitIndex(node);
            case Symbols.Assign:
                node.Kind = SyntaxKind.Bind;
                node.Left = Visit(node.Left!);
                node.Right = VisitPart(node, node.Right);
                return node;
            case Symbols.Apply:
                node.Kind = SyntaxKind.Apply;
                node.Left = Visit(node.Left!);
                node.Right = Visit(node.Right!);
                node.KeepsArray |= node.Left.KeepsArray || node.Right.KeepsArray;
                return node;
            default:
                node.Left = VisitPart(node, node.Left);
                node.Right = VisitPart(node, node.Right);
                return node;
        }
    }

    private static SyntaxNode ToPath(SyntaxNode node) => node.Kind == SyntaxKind.Path
        ? node
        : new SyntaxNode(SyntaxKind.Path, string.Empty, -1) { Items = [node] };

    private static SyntaxNode LastStep(SyntaxNode node) => node.Kind == SyntaxKind.Path ? node.Items![^1] : node;

    private static void PredicatesBecomeStages(SyntaxNode step)
    {
        if (step.Predicates is not null)
        {
            step.Stages = step.Predicates;
            step.Predicates = null;
        }
    }

    private SyntaxNode VisitStep(SyntaxNode node)
    {
        SyntaxNode first = Visit(node.Left!);
        SyntaxNode path = ToPath(first);
        if (first.Kind == SyntaxKind.Parent)
        {
            path.SeekingParents = [first.Slot!];
        }

        SyntaxNode rest = Visit(node.Right!);
        List<SyntaxNode> steps = path.Items!;
        if (rest.Kind == SyntaxKind.Path)
        {
            steps.AddRange(rest.Items!);
        }
        else
        {
            PredicatesBecomeStages(rest);
            steps.Add(rest);
        }

        foreach (SyntaxNode step in steps)
        {
            if (step.Kind is SyntaxKind.Number or SyntaxKind.Constant)
            {
                throw new JsonataException("S0213", step.Position, null, step.Value);
            }

            // A string in a path is the name of a field.
            step.Kind = step.Kind == SyntaxKind.String ? SyntaxKind.Name : step.Kind;
            path.KeepsSingletonArray |= step.KeepsArray;
        }

        steps[0].IsWholeArray |= steps[0].Kind == SyntaxKind.ArrayConstructor;
        steps[^1].IsWholeArray |= steps[^1].Kind == SyntaxKind.ArrayConstructor;
        Ancestry.Resolve(path);
        return path;
    }

    private SyntaxNode VisitPredicate(SyntaxNode node)
    {
        SyntaxNode result = Visit(node.Left!);
        SyntaxNode step = LastStep(result);
        if (step.Group is not null)
        {
            throw new JsonataException("S0209", node.Position);
        }

        SyntaxNode predicate = Visit(node.Right!);
        Ancestry.ResolvePredicate(step, predicate);
        var stage = new Stage(predicate, null);
        if (result.Kind == SyntaxKind.Path)
        {
            (step.Stages ??= []).Add(stage);
        }
        else
        {
            (step.Predicates ??= []).Add(stage);
        }

        return result;
    }

    private SyntaxNode VisitGroup(SyntaxNode node)
    {
        SyntaxNode result = Visit(node.Left!);
        if (result.Group is not null)
        {
            throw new JsonataException("S0210", node.Position);
        }

        // Parents are not looked for through a grouping: there is none.
        VisitPairs(node, seeks: false);
        node.Left = null;
        result.Group = node;
        return result;
    }

    private SyntaxNode VisitOrder(SyntaxNode node)
    {
        SyntaxNode path = ToPath(Visit(node.Left!));
        var sort = new SyntaxNode(SyntaxKind.Sort, string.Empty, node.Position) { Terms = [] };
        foreach (SortTerm term in node.Terms!)
        {
            SyntaxNode expression = VisitPart(sort, term.Expression)!;
            sort.Terms.Add(term with { Expression = expression });
        }

        path.Items!.Add(sort);
        Ancestry.Resolve(path);
        return path;
    }

    private SyntaxNode VisitFocus(SyntaxNode node)
    {
        SyntaxNode result = Visit(node.Left!);
        SyntaxNode step = LastStep(result);
        if (step.Stages is not null || step.Predicates is not null)
        {
            throw new JsonataException("S0215", node.Position);
        }

        if (step.Kind == SyntaxKind.Sort)
        {
            throw new JsonataException("S0216", node.Position);
        }

        step.KeepsArray |= node.KeepsArray;
        step.Focus = node.Right!.Text;
        step.IsTuple = true;
        return result;
    }

    private SyntaxNode VisitIndex(SyntaxNode node)
    {
        SyntaxNode result = Visit(node.Left!);
        SyntaxNode step = LastStep(result);
        if (result.Kind != SyntaxKind.Path)
        {
            result = ToPath(result);
            PredicatesBecomeStages(step);
        }

        if (step.Stages is null)
        {
            step.Index = node.Right!.Text;
        }
        else
        {
            step.Stages.Add(new Stage(null, node.Right!.Text));
        }

        step.IsTuple = true;
        return result;
    }
}
