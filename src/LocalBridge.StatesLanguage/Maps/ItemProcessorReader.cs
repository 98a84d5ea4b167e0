using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads the <c>ItemProcessor</c> of a Map state, or its older form <c>Iterator</c>.</summary>
internal static class ItemProcessorReader
{
    internal static ItemProcessor Read(StateFieldsReader state)
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
            return new ItemProcessor(null, ProcessorConfig.Inline, string.Empty);
        }

        var processor = new FieldReader(fields.Context, json, fields.PointerTo(name));
        processor.Require("States", "StartAt");
        processor.Text("Comment");
        ProcessorConfig config = ReadConfig(processor);
        StateGraph? graph = StateGraphReader.Read(processor, state.MachineLanguage);
        processor.Finish();
        return new ItemProcessor(graph, config, config.Mode == ProcessorMode.Distributed ? ((JsonValue)json).ToJson() : string.Empty);
    }

    private static ProcessorConfig ReadConfig(FieldReader processor)
    {
        if (processor.Object("ProcessorConfig") is not { } json)
        {
            return ProcessorConfig.Inline;
        }

        var fields = new FieldReader(processor.Context, json, processor.PointerTo("ProcessorConfig"));
        bool isDistributed = WordField.Read(fields, "Mode", "INLINE", "DISTRIBUTED") == "DISTRIBUTED";
        bool isExpress = WordField.Read(fields, "ExecutionType", "STANDARD", "EXPRESS") == "EXPRESS";
        if (isDistributed)
        {
            fields.Require("ExecutionType");
        }

        fields.Finish();
        return new ProcessorConfig(
            isDistributed ? ProcessorMode.Distributed : ProcessorMode.Inline,
            isExpress ? ProcessorExecutionType.Express : ProcessorExecutionType.Standard);
    }
}
