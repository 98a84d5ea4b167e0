using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Inspecting;

/// <summary>Finds the calls in a bound expression that cannot succeed.</summary>
internal sealed class FaultyCallCollector
{
    private readonly FunctionTable _functions;
    private readonly List<JsonataException> _faults = [];

    private FaultyCallCollector(FunctionTable functions)
    {
        _functions = functions;
    }

    internal static IReadOnlyList<JsonataException> Collect(SyntaxNode expression, FunctionTable functions)
    {
        var collector = new FaultyCallCollector(functions);
        collector.Visit(expression);
        return collector._faults;
    }

    private void Visit(SyntaxNode? node)
    {
        if (node is null)
        {
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        if (node.Kind == SyntaxKind.Call)
        {
            CheckCall(node, chained: 0);
        }

        Visit(node.Left);
        if (node.Kind == SyntaxKind.Apply && node.Right!.Kind == SyntaxKind.Call)
        {
            // The left side is the first argument.
            CheckCall(node.Right, chained: 1);
            VisitItems(node.Right);
        }
        else
        {
            Visit(node.Right);
        }

        Visit(node.Third);
        VisitItems(node);
        VisitPairs(node.Pairs);
        VisitPairs(node.Group?.Pairs);
        VisitStages(node.Predicates);
        VisitStages(node.Stages);
        foreach (SortTerm term in CollectionsMarshal.AsSpan(node.Terms))
        {
            Visit(term.Expression);
        }
    }

    private void VisitItems(SyntaxNode node)
    {
        foreach (SyntaxNode item in CollectionsMarshal.AsSpan(node.Items))
        {
            Visit(item);
        }
    }

    private void VisitPairs(List<SyntaxPair>? pairs)
    {
        foreach (SyntaxPair pair in CollectionsMarshal.AsSpan(pairs))
        {
            Visit(pair.Key);
            Visit(pair.Value);
        }
    }

    private void VisitStages(List<Stage>? stages)
    {
        foreach (Stage stage in CollectionsMarshal.AsSpan(stages))
        {
            Visit(stage.Predicate);
        }
    }

    private void CheckCall(SyntaxNode call, int chained)
    {
        SyntaxNode procedure = call.Left!;
        if (procedure is { Kind: SyntaxKind.Path, Items: [{ Kind: SyntaxKind.Name } name] } && _functions.Find(name.Text) is not null)
        {
            _faults.Add(new JsonataException("T1005", call.Position, name.Text));
        }
        else if (procedure is { Kind: SyntaxKind.Variable, Reference: { Variables.Count: 0, IsRoot: false } reference })
        {
            if (reference.Function is null)
            {
                _faults.Add(new JsonataException("T1006", call.Position, procedure.Text));
            }
            else if (reference.Function.Signature is { } signature)
            {
                CheckCount(call, call.Items!.Count + chained, signature);
            }
        }
    }

    private void CheckCount(SyntaxNode call, int count, Signature signature)
    {
        if (count < signature.Fewest || count > signature.Most)
        {
            string name = call.Left!.Text;
            int index = count < signature.Fewest ? count + 1 : signature.Most + 1;
            _faults.Add(new JsonataException("T0410", call.Position, name) { Index = index, FunctionName = name });
        }
    }
}
