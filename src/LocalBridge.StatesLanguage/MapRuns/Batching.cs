using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;

namespace LocalBridge.StatesLanguage.MapRuns;

/// <summary>Puts the items of a Map Run together, as many as a batch may have.</summary>
internal sealed class Batching
{
    /// <summary>The limit of an execution's input (AWS: "ItemBatcher (Map)").</summary>
    private const long MostBytes = 262_144;

    private readonly ItemSelection _selection;
    private readonly JsonValue _batchInput;
    private readonly long _mostItems;
    private readonly long _mostBytes;
    private readonly long _emptyLength;

    internal Batching(MapRunRequest request, ItemSelection selection)
    {
        _selection = selection;
        _batchInput = request.BatchInput;
        _mostItems = request.MaxItemsPerBatch ?? long.MaxValue;
        _mostBytes = Math.Min(request.MaxInputBytesPerBatch ?? MostBytes, MostBytes);
        _emptyLength = Create(JsonArray.Empty).GetUtf8Length();
    }

    internal bool TryBatch(ReadOnlySpan<JsonValue> items, out ImmutableArray<MapRunInput> batches, [NotNullWhen(false)] out StateError? error)
    {
        ImmutableArray<MapRunInput>.Builder found = ImmutableArray.CreateBuilder<MapRunInput>();
        var batch = new List<JsonValue>();
        long length = _emptyLength;
        batches = [];
        error = null;
        for (int i = 0; i < items.Length; i++)
        {
            if (!_selection.TrySelect(i, items[i], out JsonValue item, out error))
            {
                return false;
            }

            int itemLength = item.GetUtf8Length();
            if (_emptyLength + itemLength > _mostBytes)
            {
                error = new StateError(
                    ErrorNames.DataLimitExceeded,
                    $"The item at index {i} needs a batch of {_emptyLength + itemLength} bytes, more than the {_mostBytes} that MaxInputBytesPerBatch allows.");
                return false;
            }

            // A comma stands before every item but the first.
            if (batch.Count > 0 && (batch.Count >= _mostItems || length + 1 + itemLength > _mostBytes))
            {
                Close(found, batch);
                length = _emptyLength;
            }

            length += itemLength + (batch.Count > 0 ? 1 : 0);
            batch.Add(item);
        }

        Close(found, batch);
        batches = found.ToImmutable();
        return true;
    }

    private void Close(ImmutableArray<MapRunInput>.Builder found, List<JsonValue> batch)
    {
        if (batch.Count > 0)
        {
            JsonValue input = Create(JsonArray.Create([.. batch]));
            found.Add(new MapRunInput(input, input, batch.Count));
            batch.Clear();
        }
    }

    private JsonValue Create(JsonArray items)
    {
        var batch = new JsonObjectBuilder(2);
        if (!_batchInput.IsUndefined)
        {
            batch["BatchInput"] = _batchInput;
        }

        batch["Items"] = items;
        return batch.Build();
    }
}
