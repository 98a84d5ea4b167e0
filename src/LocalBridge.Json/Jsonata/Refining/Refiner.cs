using System.Globalization;
using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Refining;

/// <summary>Turns the operators that make paths into steps with stages, and finds the step that each parent operator means.</summary>
internal sealed partial class Refiner
{
    private int _parents;

    private Refiner()
    {
    }

    /// <summary>Refines a whole expression, which is changed.</summary>
    /// <exception cref="JsonataException">The expression is faulty.</exception>
    internal static SyntaxNode Refine(SyntaxNode expression)
    {
        SyntaxNode refined = new Refiner().Visit(expression);
        return refined.Kind == SyntaxKind.Parent || refined.SeekingParents is not null
            ? throw new JsonataException("S0217", refined.Position, SyntaxKindNames.Of(refined))
            : refined;
    }

    private SyntaxNode Visit(SyntaxNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        SyntaxNode result = VisitKind(node);
        result.KeepsArray |= node.KeepsArray;
        return result;
    }

    private SyntaxNode VisitKind(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.OperatorName:
                node.Kind = SyntaxKind.Name;
                return VisitName(node);
            case SyntaxKind.Name:
                return VisitName(node);
            case SyntaxKind.Binary:
                return VisitBinary(node);
            case SyntaxKind.Negation:
                return VisitNegation(node);
            case SyntaxKind.ArrayConstructor:
                VisitItems(node);
                return node;
            case SyntaxKind.ObjectConstructor:
                VisitPairs(node, seeks: true);
                return node;
            case SyntaxKind.Call or SyntaxKind.PartialCall:
                VisitItems(node);
                node.Left = Visit(node.Left!);
                return node;
            case SyntaxKind.Lambda:
                node.Left = Visit(node.Left!);
                return node;
            case SyntaxKind.Condition:
                node.Left = VisitPart(node, node.Left);
                node.Right = VisitPart(node, node.Right);
                node.Third = VisitPart(node, node.Third);
                return node;
            case SyntaxKind.Transform:
                node.Left = Visit(node.Left!);
                node.Right = Visit(node.Right!);
                node.Third = node.Third is null ? null : Visit(node.Third);
                return node;
            case SyntaxKind.Block:
                return VisitBlock(node);
            case SyntaxKind.Parent:
                node.Slot = new AncestorSlot("!" + _parents++.ToString(CultureInfo.InvariantCulture));
                return node;
            case SyntaxKind.End:
                throw new JsonataException("S0207", node.Position, node.Text);
            default:
                return node;
        }
    }

    private static SyntaxNode VisitName(SyntaxNode node) =>
        new(SyntaxKind.Path, string.Empty, -1) { Items = [node], KeepsSingletonArray = node.KeepsArray };

    private SyntaxNode? VisitPart(SyntaxNode node, SyntaxNode? part)
    {
        if (part is null)
        {
            return null;
        }

        SyntaxNode refined = Visit(part);
        Ancestry.Pass(node, refined);
        return refined;
    }

    private void VisitItems(SyntaxNode node)
    {
        List<SyntaxNode> items = node.Items!;
        for (int i = 0; i < items.Count; i++)
        {
            items[i] = VisitPart(node, items[i])!;
        }
    }

    private void VisitPairs(SyntaxNode node, bool seeks)
    {
        List<SyntaxPair> pairs = node.Pairs!;
        for (int i = 0; i < pairs.Count; i++)
        {
            SyntaxNode key = seeks ? VisitPart(node, pairs[i].Key)! : Visit(pairs[i].Key);
            SyntaxNode value = seeks ? VisitPart(node, pairs[i].Value)! : Visit(pairs[i].Value);
            pairs[i] = new SyntaxPair(key, value);
        }
    }

    private SyntaxNode VisitNegation(SyntaxNode node)
    {
        SyntaxNode operand = Visit(node.Left!);
        if (operand.Kind == SyntaxKind.Number)
        {
            operand.Value = JsonValue.FromFiniteDouble(-operand.Value.GetDouble());
            return operand;
        }

        node.Left = operand;
        Ancestry.Pass(node, operand);
        return node;
    }

    private SyntaxNode VisitBlock(SyntaxNode node)
    {
        List<SyntaxNode> items = node.Items!;
        for (int i = 0; i < items.Count; i++)
        {
            SyntaxNode part = VisitPart(node, items[i])!;
            items[i] = part;
            node.IsWholeArray |= part.IsWholeArray || (part.Kind == SyntaxKind.Path && part.Items![0].IsWholeArray);
        }

        return node;
    }
}
