using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads an inline Map state, in the present form (<c>ItemProcessor</c>, <c>ItemSelector</c>) and the older one
/// (<c>Iterator</c>, <c>Parameters</c>).</summary>
internal static class MapStateReader
{
    internal static MapState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        StateGraph? processor = ReadProcessor(state);
        JsonPath? itemsPath = fields.IsJsonata ? null : ReadItemsPath(fields);
        PayloadTemplate? items = fields.IsJsonata ? ReadItems(fields) : null;
        PayloadTemplate? selector = fields.IsJsonata ? JsonataTemplateReader.Read(fields, "ItemSelector") : ReadItemSelector(fields);
        MaxConcurrency maxConcurrency = ReadMaxConcurrency(fields);
        StateFields common = state.Read();
        return processor is null ? null : new MapState(common, processor, itemsPath, items, selector, maxConcurrency);
    }

    private static StateGraph? ReadProcessor(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        string name = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        fields.Exclude("ItemProcessor", "Iterator");

        fields.Require(name);
        if (fields.Object(name) is not { } json)
        {
            return null;
        }

        var processor = new FieldReader(fields.Context, json, fields.PointerTo(name));
        processor.Require("States", "StartAt");
        string? comment = processor.Text("Comment");
        bool isInline = ReadMode(processor);
        StateGraph? graph = StateGraphReader.Read(processor, state.MachineLanguage, comment);
        processor.Finish();
        return isInline ? graph : null;
    }

    private static bool ReadMode(FieldReader processor)
    {
        if (processor.Object("ProcessorConfig") is not { } json)
        {
            return true;
        }

        var config = new FieldReader(processor.Context, json, processor.PointerTo("ProcessorConfig"));
        string mode = config.Text("Mode") ?? "INLINE";
        config.Text("ExecutionType");
        config.Finish();
        switch (mode)
        {
            case "INLINE":
                return true;
            case "DISTRIBUTED":
                config.Context.Fault(config.PointerTo("Mode"), "This version of LocalBridge does not run distributed Map states yet", DiagnosticCodes.NotSupported);
                return false;
            default:
                config.Fault("Mode", "Value is not valid. Valid choices are: [INLINE, DISTRIBUTED]");
                return false;
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
