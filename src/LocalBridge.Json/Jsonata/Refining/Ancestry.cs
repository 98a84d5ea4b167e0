using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Refining;

/// <summary>Finds the steps whose input a parent operator stands for.</summary>
internal static class Ancestry
{
    /// <summary>Lets the part around a value look for the parents which the value could not find.</summary>
    internal static void Pass(SyntaxNode around, SyntaxNode value)
    {
        if (value.SeekingParents is null && value.Kind != SyntaxKind.Parent)
        {
            return;
        }

        List<AncestorSlot> slots = value.SeekingParents ?? [];
        if (value.Kind == SyntaxKind.Parent)
        {
            slots.Add(value.Slot!);
        }

        if (around.SeekingParents is null)
        {
            around.SeekingParents = slots;
        }
        else
        {
            around.SeekingParents.AddRange(slots);
        }
    }

    /// <summary>Looks in the steps of a path for the parents that its last step seeks.</summary>
    internal static void Resolve(SyntaxNode path)
    {
        List<SyntaxNode> steps = path.Items!;
        SyntaxNode last = steps[^1];
        if (last.SeekingParents is null && last.Kind != SyntaxKind.Parent)
        {
            return;
        }

        List<AncestorSlot> slots = last.SeekingParents ?? [];
        if (last.Kind == SyntaxKind.Parent)
        {
            slots.Add(last.Slot!);
        }

        foreach (AncestorSlot slot in slots.ToArray())
        {
            int index = steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.SeekingParents ??= []).Add(slot);
                    break;
                }

                SyntaxNode step = steps[index--];

                // Steps in a row that bind their results all have the same input.
                while (index >= 0 && step.Focus is not null && steps[index].Focus is not null)
                {
                    step = steps[index--];
                }

                Seek(step, slot);
            }
        }
    }

    /// <summary>Looks in the step before a predicate for the parents that the predicate seeks.</summary>
    internal static void ResolvePredicate(SyntaxNode step, SyntaxNode predicate)
    {
        if (predicate.SeekingParents is null)
        {
            return;
        }

        foreach (AncestorSlot slot in predicate.SeekingParents)
        {
            if (slot.Level == 1)
            {
                Seek(step, slot);
            }
            else
            {
                slot.Level--;
            }
        }

        Pass(step, predicate);
    }

    private static void Seek(SyntaxNode node, AncestorSlot slot)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        switch (node.Kind)
        {
            case SyntaxKind.Name or SyntaxKind.Wildcard:
                if (--slot.Level == 0)
                {
                    // Two parents that turn out to be the same step's input share one variable.
                    slot.Label = node.Ancestor?.Label ?? slot.Label;
                    node.Ancestor = slot;
                    node.IsTuple = true;
                }

                break;
            case SyntaxKind.Parent:
                slot.Level++;
                break;
            case SyntaxKind.Block:
                if (node.Items!.Count > 0)
                {
                    node.IsTuple = true;
                    Seek(node.Items[^1], slot);
                }

                break;
            case SyntaxKind.Path:
                node.IsTuple = true;
                int index = node.Items!.Count - 1;
                Seek(node.Items[index--], slot);
                while (slot.Level > 0 && index >= 0)
                {
                    Seek(node.Items[index--], slot);
                }

                break;
            default:
                throw new JsonataException("S0217", node.Position, SyntaxKindNames.Of(node));
        }
    }
}
