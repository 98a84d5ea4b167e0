using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads the <c>ItemBatcher</c> of a Map state.</summary>
internal static class ItemBatcherReader
{
    private const long MostBytes = 262_144;
    private const long MostItems = 100_000_000;

    internal static ItemBatcher? Read(FieldReader state)
    {
        if (state.Object("ItemBatcher") is not { } json)
        {
            return null;
        }

        var fields = new FieldReader(state.Context, json, state.PointerTo("ItemBatcher"), state.Language, state.LocationOf("ItemBatcher"));
        NumberField? items = NumberFieldReader.Integer(fields, "MaxItemsPerBatch", 1, MostItems);
        NumberField? bytes = NumberFieldReader.Integer(fields, "MaxInputBytesPerBatch", 1, MostBytes);
        PayloadTemplate? input = fields.IsJsonata ? JsonataTemplateReader.Read(fields, "BatchInput") : PayloadTemplateReader.Read(fields, "BatchInput");
        if (!HasBound(fields))
        {
            fields.Context.Fault(fields.Pointer, "At least one of 'MaxItemsPerBatch' and 'MaxInputBytesPerBatch' must be there");
        }

        fields.Finish();
        return new ItemBatcher(items, bytes, input);
    }

    private static bool HasBound(FieldReader fields) =>
        fields.Has("MaxItemsPerBatch") || fields.Has("MaxItemsPerBatchPath") || fields.Has("MaxInputBytesPerBatch") || fields.Has("MaxInputBytesPerBatchPath");
}
