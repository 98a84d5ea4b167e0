using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Inspecting;

/// <summary>Finds what a bound expression reads from outside.</summary>
internal sealed class ReferenceCollector
{
    private readonly List<JsonataReference> _references = [];

    private ReferenceCollector()
    {
    }

    internal static IReadOnlyList<JsonataReference> Collect(SyntaxNode expression)
    {
        var collector = new ReferenceCollector();
        collector.Visit(expression, isTop: true, member: null);
        return collector._references;
    }

    /// <param name="node">The part.</param>
    /// <param name="isTop">Whether its context is the input: behind the first step of a path, and in predicates, it no longer is.</param>
    /// <param name="member">The name of the step behind it, if it is a path's first step.</param>
    private void Visit(SyntaxNode? node, bool isTop, string? member)
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
            case SyntaxKind.Variable:
                AddVariable(node, isTop, member);
                break;
            case SyntaxKind.Name or SyntaxKind.OperatorName or SyntaxKind.Wildcard or SyntaxKind.Descendants when isTop:
                Add(JsonataReferenceKind.Input, NameOf(node), member, node);
                break;
            case SyntaxKind.Path:
                VisitPath(node, isTop);
                break;
            case SyntaxKind.Bind:
                Visit(node.Right, isTop, null);
                break;
            case SyntaxKind.Lambda:
                Visit(node.Left, isTop, null);
                break;
            case SyntaxKind.Transform:
                Visit(node.Left, isTop: false, null);
                Visit(node.Right, isTop: false, null);
                Visit(node.Third, isTop: false, null);
                break;
            default:
                VisitParts(node, isTop);
                break;
        }

        VisitStages(node.Predicates);
        VisitStages(node.Stages);
        VisitPairs(node.Group?.Pairs, isTop: false);
    }

    private void VisitPath(SyntaxNode path, bool isTop)
    {
        List<SyntaxNode> steps = path.Items!;
        for (int i = 0; i < steps.Count; i++)
        {
            // A field of a step with predicates is still the field that is taken.
            string? member = i == 0 && steps.Count > 1 && steps[1].Kind == SyntaxKind.Name ? steps[1].Text : null;
            Visit(steps[i], isTop && i == 0, member);
        }
    }

    private void VisitParts(SyntaxNode node, bool isTop)
    {
        Visit(node.Left, isTop, null);
        Visit(node.Right, isTop, null);
        Visit(node.Third, isTop, null);
        foreach (SyntaxNode item in CollectionsMarshal.AsSpan(node.Items))
        {
            Visit(item, isTop, null);
        }

        VisitPairs(node.Pairs, isTop);
        foreach (SortTerm term in CollectionsMarshal.AsSpan(node.Terms))
        {
            Visit(term.Expression, isTop: false, null);
        }
    }

    private void VisitPairs(List<SyntaxPair>? pairs, bool isTop)
    {
        foreach (SyntaxPair pair in CollectionsMarshal.AsSpan(pairs))
        {
            Visit(pair.Key, isTop, null);
            Visit(pair.Value, isTop, null);
        }
    }

    private void VisitStages(List<Stage>? stages)
    {
        foreach (Stage stage in CollectionsMarshal.AsSpan(stages))
        {
            Visit(stage.Predicate, isTop: false, null);
        }
    }

    private void AddVariable(SyntaxNode node, bool isTop, string? member)
    {
        if (node.Text.Length == 0)
        {
            if (isTop)
            {
                Add(JsonataReferenceKind.Input, "$", member, node);
            }
        }
        else if (node.Reference is { IsRoot: true, Variables.Count: 0 })
        {
            Add(JsonataReferenceKind.Root, "$$", member, node);
        }
        else if (node.Reference is { Global: >= 0, Variables.Count: 0 })
        {
            Add(JsonataReferenceKind.Variable, node.Text, member, node);
        }
    }

    private void Add(JsonataReferenceKind kind, string name, string? member, SyntaxNode node) =>
        _references.Add(new JsonataReference(kind, name, member, node.Position));

    private static string NameOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Wildcard => "*",
        SyntaxKind.Descendants => "**",
        _ => node.Text,
    };
}
