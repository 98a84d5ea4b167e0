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
        JsonPath? itemsPath = ReadItemsPath(fields);
        PayloadTemplate? selector = ReadItemSelector(fields);
        MaxConcurrency maxConcurrency = ReadMaxConcurrency(fields);
        StateFields common = state.Read();
        return processor is null ? null : new MapState(common, processor, itemsPath, selector, maxConcurrency);
    }

    private static StateGraph? ReadProcessor(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        string name = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        if (fields.Has("Iterator") && fields.Has("ItemProcessor"))
        {
            fields.Context.Fault(fields.Pointer, "Only one of 'ItemProcessor' and 'Iterator' may be there");
        }

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
