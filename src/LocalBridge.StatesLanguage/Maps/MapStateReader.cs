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
        JsonPath? itemsPath = fields.IsJsonata ? null : ReadItemsPath(fields);
        PayloadTemplate? items = fields.IsJsonata ? ReadItems(fields) : null;
        PayloadTemplate? selector = fields.IsJsonata ? JsonataTemplateReader.Read(fields, "ItemSelector") : ReadItemSelector(fields);
        MaxConcurrency maxConcurrency = ReadMaxConcurrency(fields);
        var distribution = new Distribution
        {
            Config = processor.Config,
            Json = processor.Json,
            Language = state.MachineLanguage,
            Label = MapLabel.Read(fields),
            ItemReader = ItemReaderReader.Read(fields),
            ItemBatcher = ItemBatcherReader.Read(fields),
            ResultWriter = ResultWriterReader.Read(fields),
            ToleratedFailureCount = NumberFieldReader.Integer(fields, "ToleratedFailureCount", 0, long.MaxValue),
            ToleratedFailurePercentage = NumberFieldReader.Decimal(fields, "ToleratedFailurePercentage", 0, 100),
        };
        CheckMode(fields, processor);
        StateFields common = state.Read();
        return processor.Graph is null ? null : new MapState(common, processor.Graph, itemsPath, items, selector, maxConcurrency, distribution);
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

    /// <summary>The items are an array, in which there may be expressions, or an expression that gives one.</summary>
    private static PayloadTemplate? ReadItems(FieldReader fields)
    {
        if (JsonataFieldReader.TryRead(fields, "Items", out JsonataField? expression))
        {
            return expression is null ? null : new PayloadTemplate(fields.Any("Items"), new JsonataNode(expression, mustBeArray: true));
        }

        return fields.Array("Items") is null ? null : JsonataTemplateReader.Read(fields, "Items");
    }

    private static PayloadTemplate? ReadItemSelector(FieldReader fields)
    {
        fields.Exclude("ItemSelector", "Parameters");

        return PayloadTemplateReader.Read(fields, "ItemSelector") ?? PayloadTemplateReader.Read(fields, "Parameters");
    }

    private static MaxConcurrency ReadMaxConcurrency(FieldReader fields)
    {
        if (JsonataFieldReader.TryRead(fields, "MaxConcurrency", out JsonataField? expression))
        {
            return expression is null ? MaxConcurrency.Unbounded : MaxConcurrency.Computed(expression);
        }

        if (fields.IsJsonata)
        {
            return MaxConcurrency.Of((int)(fields.Integer("MaxConcurrency", 0, int.MaxValue) ?? 0));
        }

        fields.Exclude("MaxConcurrency", "MaxConcurrencyPath");
        long? limit = fields.Integer("MaxConcurrency", 0, int.MaxValue);
        return fields.Path("MaxConcurrencyPath") is { } path ? MaxConcurrency.At(path) : MaxConcurrency.Of((int)(limit ?? 0));
    }
}
