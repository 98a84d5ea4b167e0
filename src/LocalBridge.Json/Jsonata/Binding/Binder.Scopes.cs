using System.Runtime.InteropServices;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Binding;

internal sealed partial class Binder
{
    private void VisitBlock(SyntaxNode node, Scope scope)
    {
        var inner = new Scope(ScopeKind.Block, scope);
        foreach (SyntaxNode item in node.Items!)
        {
            Declare(item, inner);
        }

        // A block that binds nothing needs no scope.
        if (inner.Variables.Count > 0)
        {
            _scopes.Add(inner);
            node.Scope = inner;
            scope = inner;
        }

        VisitItems(node, scope);
    }

    private void VisitLambda(SyntaxNode node, Scope scope)
    {
        node.Scope = scope;
        foreach (SyntaxNode parameter in node.Items!)
        {
            scope.DeclareParameter(parameter.Text);
        }

        Declare(node.Left!, scope);
        Visit(node.Left, scope);
    }

    private void VisitTransform(SyntaxNode node, Scope scope)
    {
        node.Reference = Resolve("clone", scope);
        Scope inner = Open(ScopeKind.Function, scope);
        node.Scope = inner;
        Declare(node.Left!, inner);
        Declare(node.Right!, inner);
        if (node.Third is not null)
        {
            Declare(node.Third, inner);
        }

        VisitParts(node, inner);
    }

    private void VisitApply(SyntaxNode node, Scope scope)
    {
        Visit(node.Left, scope);
        if (node.Right!.Kind == SyntaxKind.Call)
        {
            VisitCall(node.Right, scope, firstArgument: 1);
        }
        else
        {
            Visit(node.Right, scope);
        }
    }

    private void VisitCall(SyntaxNode node, Scope scope, int firstArgument)
    {
        Visit(node.Left, scope);
        if (node.Left!.Reference is { IsFunction: true, Function.Name: "eval" })
        {
            KeepForEvaluation(node, scope);
        }

        int inPlace = node.Left!.Reference is { IsFunction: true, Function: { } function } ? function.InPlaceArgument - firstArgument : -1;
        for (int i = 0; i < node.Items!.Count; i++)
        {
            SyntaxNode argument = node.Items[i];
            if (i == inPlace
                && node.Items.Count + firstArgument <= node.Left.Reference!.Function!.Signature!.Count
                && argument is { Kind: SyntaxKind.Lambda, Signature: null, Predicates: null, Group: null }
                && argument.Items!.Count >= node.Left.Reference!.Function!.InPlaceParameters)
            {
                argument.IsInlined = true;
                VisitLambda(argument, Open(ScopeKind.Block, scope));
            }
            else
            {
                Visit(argument, scope);
            }
        }
    }

    private void VisitPath(SyntaxNode path, Scope scope)
    {
        Scope? tuple = null;
        foreach (SyntaxNode step in path.Items!)
        {
            if (step.IsTuple && tuple is null)
            {
                tuple = Open(ScopeKind.Path, scope);
                path.Scope = tuple;
                DeclareTuple(path, tuple);
            }

            Visit(step, tuple ?? scope);
            if (tuple is not null)
            {
                DeclareInnerTuple(step, tuple);
            }
        }

        if (path.Group is not null)
        {
            VisitPairs(path.Group, tuple ?? scope);
        }
    }

    private Scope OpenForPredicates(SyntaxNode block, Scope scope)
    {
        Scope inner = Open(ScopeKind.Path, scope);
        DeclareInnerTuple(block, inner);
        block.PredicateScope = inner;
        return inner;
    }

    private static void DeclareTuple(SyntaxNode path, Scope tuple)
    {
        bool isTuple = false;
        foreach (SyntaxNode step in path.Items!)
        {
            isTuple |= step.IsTuple;
            if (!isTuple)
            {
                continue;
            }

            DeclareName(step.Ancestor?.Label, tuple);
            DeclareName(step.Focus, tuple);
            DeclareName(step.Index, tuple);
            foreach (Stage stage in CollectionsMarshal.AsSpan(step.Stages))
            {
                DeclareName(stage.Index, tuple);
                Declare(stage.Predicate, tuple);
            }

            Declare(step, tuple);
        }
    }

    private static void DeclareName(string? name, Scope scope)
    {
        if (name is not null)
        {
            scope.Declare(name);
        }
    }

    // A block in a path hands the bindings of a path inside on to the steps that follow.
    private static void DeclareInnerTuple(SyntaxNode step, Scope tuple)
    {
        SyntaxNode? inner = step;
        while (inner is { Kind: SyntaxKind.Block, IsTuple: true })
        {
            inner = inner.Items!.Count > 0 ? inner.Items[^1] : null;
        }

        if (inner is { Kind: SyntaxKind.Path, IsTuple: true, Scope: { } scope })
        {
            foreach (Variable variable in scope.Variables)
            {
                tuple.Declare(variable.Name);
            }
        }
    }

    // Looks for bindings that belong to a scope: not to those of blocks, functions and paths inside.
    private static void Declare(SyntaxNode? node, Scope scope)
    {
        if (node is null)
        {
            return;
        }

        switch (node.Kind)
        {
            case SyntaxKind.Bind:
                scope.Declare(node.Left!.Text);
                Declare(node.Right, scope);
                break;
            case SyntaxKind.Block or SyntaxKind.Lambda or SyntaxKind.Transform:
                break;
            case SyntaxKind.Path:
                foreach (SyntaxNode step in node.Items!)
                {
                    if (step.IsTuple)
                    {
                        return;
                    }

                    Declare(step, scope);
                }

                break;
            default:
                Declare(node.Left, scope);
                Declare(node.Right, scope);
                Declare(node.Third, scope);
                DeclareAll(node.Items, scope);
                break;
        }

        foreach (SortTerm term in CollectionsMarshal.AsSpan(node.Terms))
        {
            Declare(term.Expression, scope);
        }

        DeclarePairs(node, scope);
        DeclarePairs(node.Group, scope);
        DeclareStages(node.Predicates, scope);
        DeclareStages(node.Stages, scope);
    }

    private static void DeclareAll(List<SyntaxNode>? nodes, Scope scope)
    {
        foreach (SyntaxNode node in CollectionsMarshal.AsSpan(nodes))
        {
            Declare(node, scope);
        }
    }

    private static void DeclarePairs(SyntaxNode? node, Scope scope)
    {
        foreach (SyntaxPair pair in CollectionsMarshal.AsSpan(node?.Pairs))
        {
            Declare(pair.Key, scope);
            Declare(pair.Value, scope);
        }
    }

    private static void DeclareStages(List<Stage>? stages, Scope scope)
    {
        foreach (Stage stage in CollectionsMarshal.AsSpan(stages))
        {
            Declare(stage.Predicate, scope);
        }
    }

    // A text evaluated at run time may ask for any variable around the call.
    private static void KeepForEvaluation(SyntaxNode node, Scope scope)
    {
        node.Scope = scope;
        for (Scope? around = scope; around is not null; around = around.Parent)
        {
            around.IsCaptured |= around.Home != scope.Home && around.Variables.Count > 0;
        }
    }
}
