using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Takes the items of a Map Run through the item selector, if there is one.</summary>
internal sealed class ItemSelection(PayloadTemplate? selector, EvaluationScope scope, JsonValue input)
{
    internal bool TrySelectAll(
        ReadOnlySpan<JsonValue> items, out ImmutableArray<MapRunInput> inputs, [NotNullWhen(false)] out StateError? error)
    {
        var selected = new MapRunInput[items.Length];
        inputs = [];
        error = null;
        for (int i = 0; i < items.Length; i++)
        {
            if (!TrySelect(i, items[i], out JsonValue value, out error))
            {
                return false;
            }

            selected[i] = new MapRunInput(items[i], value, 1);
        }

        inputs = ImmutableCollectionsMarshal.AsImmutableArray(selected);
        return true;
    }

    internal bool TrySelect(int index, JsonValue item, out JsonValue selected, [NotNullWhen(false)] out StateError? error)
    {
        selected = item;
        error = null;
        return selector is null || selector.TryEvaluate(scope.Of(scope.Frame, input).WithItem(index, item), out selected, out error);
    }
}
