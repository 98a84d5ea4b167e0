using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Binding;

/// <summary>Finds out what each variable of an expression means, and where it is kept.</summary>
internal sealed partial class Binder
{
    private readonly Globals _globals;
    private readonly List<Scope> _scopes = [];

    private Binder(Globals globals)
    {
        _globals = globals;
    }

    /// <summary>Binds a refined expression.</summary>
    /// <returns>The outermost scope.</returns>
    internal static Scope Bind(SyntaxNode expression, Globals globals)
    {
        var binder = new Binder(globals);
        Scope root = binder.Open(ScopeKind.Root, null);
        Declare(expression, root);
        binder.Visit(expression, root);
        binder.LayOut();
        return root;
    }

    /// <summary>Binds an expression that is evaluated in the scope of a call; what it binds itself stands in frames on the heap.</summary>
    /// <returns>The scope of the expression, which is captured where it has variables.</returns>
    internal static Scope BindWithin(SyntaxNode expression, Scope around, Globals globals)
    {
        var binder = new Binder(globals);
        Scope own = binder.Open(ScopeKind.Block, around);
        Declare(expression, own);
        binder.Visit(expression, own);
        foreach (Scope scope in binder._scopes)
        {
            scope.IsCaptured |= scope.Home == around.Home && scope.Variables.Count > 0;
        }

        binder.LayOut();
        return own;
    }

    private Scope Open(ScopeKind kind, Scope? parent)
    {
        var scope = new Scope(kind, parent);
        _scopes.Add(scope);
        return scope;
    }

    private void LayOut()
    {
        foreach (Scope scope in _scopes)
        {
            for (int i = 0; i < scope.Variables.Count; i++)
            {
                // Parameters arrive on the stack in any case.
                bool takesPlace = !scope.IsCaptured || (scope.Variables[i].IsParameter && scope.Kind == ScopeKind.Function);
                int place = takesPlace ? scope.Home.Locals++ : 0;
                scope.Variables[i].Slot = scope.IsCaptured ? i : place;
            }
        }
    }

    private void Visit(SyntaxNode? node, Scope scope)
    {
        if (node is null)
        {
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        switch (node.Kind)
        {
            case SyntaxKind.Variable when node.Text.Length > 0:
                node.Reference = Resolve(node.Text, scope);
                break;
            case SyntaxKind.Parent:
                node.Reference = Resolve(node.Slot!.Label, scope);
                break;
            case SyntaxKind.Bind:
                node.Left!.Reference = new Reference(scope) { Variables = { FindBound(node.Left.Text, scope) } };
                Visit(node.Right, scope);
                break;
            case SyntaxKind.Path:
                VisitPath(node, scope);
                return;
            case SyntaxKind.Lambda:
                VisitLambda(node, Open(ScopeKind.Function, scope));
                break;
            case SyntaxKind.Transform:
                VisitTransform(node, scope);
                break;
            case SyntaxKind.Block:
                VisitBlock(node, scope);
                if (node is { IsTuple: true, Predicates: not null })
                {
                    scope = OpenForPredicates(node, scope);
                }

                break;
            case SyntaxKind.Call:
                VisitCall(node, scope, firstArgument: 0);
                break;
            case SyntaxKind.Apply:
                VisitApply(node, scope);
                break;
            default:
                VisitParts(node, scope);
                break;
        }

        VisitStages(node, scope);
        if (node.Group is not null)
        {
            VisitPairs(node.Group, scope);
        }
    }

    private void VisitParts(SyntaxNode node, Scope scope)
    {
        Visit(node.Left, scope);
        Visit(node.Right, scope);
        Visit(node.Third, scope);
        VisitItems(node, scope);
        VisitPairs(node, scope);
        foreach (SortTerm term in CollectionsMarshal.AsSpan(node.Terms))
        {
            Visit(term.Expression, scope);
        }
    }

    private void VisitItems(SyntaxNode node, Scope scope)
    {
        foreach (SyntaxNode item in CollectionsMarshal.AsSpan(node.Items))
        {
            Visit(item, scope);
        }
    }

    private void VisitPairs(SyntaxNode node, Scope scope)
    {
        foreach (SyntaxPair pair in CollectionsMarshal.AsSpan(node.Pairs))
        {
            Visit(pair.Key, scope);
            Visit(pair.Value, scope);
        }
    }

    private void VisitStages(SyntaxNode node, Scope scope)
    {
        foreach (Stage stage in CollectionsMarshal.AsSpan(node.Predicates))
        {
            Visit(stage.Predicate, scope);
        }

        foreach (Stage stage in CollectionsMarshal.AsSpan(node.Stages))
        {
            Visit(stage.Predicate, scope);
        }
    }

    private Reference Resolve(string name, Scope scope)
    {
        var reference = new Reference(scope);
        for (Scope? around = scope; around is not null; around = around.Parent)
        {
            if (around.Find(name) is { } variable)
            {
                reference.Variables.Add(variable);
                around.IsCaptured |= around.Home != scope.Home;
                if (variable.IsParameter)
                {
                    return reference;
                }
            }
        }

        _globals.Resolve(name, reference);
        return reference;
    }

    private static Variable FindBound(string name, Scope scope)
    {
        for (Scope? around = scope; around is not null && around.Home == scope.Home; around = around.Parent)
        {
            if (around.Find(name) is { } variable)
            {
                return variable;
            }
        }

        return scope.Declare(name);
    }
}
