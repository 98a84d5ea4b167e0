using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads a Map state, in the present form (<c>ItemProcessor</c>, <c>ItemSelector</c>) and the older one (<c>Iterator</c>,
/// <c>Parameters</c>).</summary>
internal static class MapStateReader
{
    private static readonly string[] DistributedFields = ["ItemReader", "ItemBatcher", "ResultWriter"];

    internal static MapState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        ItemProcessor processor = ItemProcessorReader.Read(state);
        JsonPath? itemsPath = ReadItemsPath(fields);
        PayloadTemplate? selector = ReadItemSelector(fields);
        MaxConcurrency maxConcurrency = ReadMaxConcurrency(fields);
        var distribution = new Distribution
        {
            Config = processor.Config,
            Json = processor.Json,
            Label = MapLabel.Read(fields),
            ItemReader = ItemReaderReader.Read(fields),
            ItemBatcher = ItemBatcherReader.Read(fields),
            ResultWriter = ResultWriterReader.Read(fields),
            ToleratedFailureCount = NumberFieldReader.Integer(fields, "ToleratedFailureCount", 0, long.MaxValue),
            ToleratedFailurePercentage = NumberFieldReader.Decimal(fields, "ToleratedFailurePercentage", 0, 100),
        };
        CheckMode(fields, processor);
        StateFields common = state.Read();
        return processor.Graph is null ? null : new MapState(common, processor.Graph, itemsPath, selector, maxConcurrency, distribution);
    }

    private static void CheckMode(FieldReader fields, ItemProcessor processor)
    {
        if (processor.Graph is null || processor.Config.Mode == ProcessorMode.Distributed)
        {
            return;
        }

        foreach (string field in DistributedFields)
        {
            if (fields.Has(field))
            {
                fields.Fault(field, "Field is only supported when 'Mode' of 'ProcessorConfig' is 'DISTRIBUTED'");
            }
        }
    }

    private static JsonPath? ReadItemsPath(FieldReader fields)
    {
        if (fields.Text("ItemsPath") is not { } text || !fields.TryParsePath("ItemsPath", text, out JsonPath? path))
        {
            return null;
        }

        if (!path.IsReferencePath)
        {
            fields.Fault("ItemsPath", "Value is not a Reference Path");
        }

        return path;
    }

    private static PayloadTemplate? ReadItemSelector(FieldReader fields)
    {
        if (fields.Has("ItemSelector") && fields.Has("Parameters"))
        {
            fields.Context.Fault(fields.Pointer, "Only one of 'ItemSelector' and 'Parameters' may be there");
        }

        return PayloadTemplateReader.Read(fields, "ItemSelector") ?? PayloadTemplateReader.Read(fields, "Parameters");
    }

    private static MaxConcurrency ReadMaxConcurrency(FieldReader fields)
    {
        if (fields.Has("MaxConcurrency") && fields.Has("MaxConcurrencyPath"))
        {
            fields.Context.Fault(fields.Pointer, "Only one of 'MaxConcurrency' and 'MaxConcurrencyPath' may be there");
        }

        long? limit = fields.Integer("MaxConcurrency", 0, int.MaxValue);
        return fields.Path("MaxConcurrencyPath") is { } path ? MaxConcurrency.At(path) : MaxConcurrency.Of((int)(limit ?? 0));
    }
}
