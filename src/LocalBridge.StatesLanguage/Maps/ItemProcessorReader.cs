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
        fields.Exclude("ItemProcessor", "Iterator");
        fields.Require(name);
        if (fields.Object(name) is not { } json)
        {
            return new ItemProcessor(null, ProcessorConfig.Inline, string.Empty);
        }

        var processor = new FieldReader(fields.Context, json, fields.PointerTo(name));
        processor.Require("States", "StartAt");
        string? comment = processor.Text("Comment");
        ProcessorConfig config = ReadConfig(processor);
        StateGraph? graph = ReadGraph(processor, state.MachineLanguage, comment, config);
        processor.Finish();
        return new ItemProcessor(graph, config, config.Mode == ProcessorMode.Distributed ? ((JsonValue)json).ToJson() : string.Empty);
    }

    private static StateGraph? ReadGraph(FieldReader processor, QueryLanguage machineLanguage, string? comment, ProcessorConfig config)
    {
        if (config is not { Mode: ProcessorMode.Distributed, ExecutionType: ProcessorExecutionType.Express })
        {
            return StateGraphReader.Read(processor, machineLanguage, comment);
        }

        processor.Context.EnterExpress();
        StateGraph? graph = StateGraphReader.Read(processor, machineLanguage, comment);
        processor.Context.LeaveExpress();
        return graph;
    }

    private static ProcessorConfig ReadConfig(FieldReader processor)
    {
        if (processor.Object("ProcessorConfig") is not { } json)
        {
            return ProcessorConfig.Inline;
        }

        var fields = new FieldReader(processor.Context, json, processor.PointerTo("ProcessorConfig"));
        bool isDistributed = fields.OneOf("Mode", "INLINE", "DISTRIBUTED") == 1;
        bool isExpress = fields.OneOf("ExecutionType", "STANDARD", "EXPRESS") == 1;
        if (isDistributed)
        {
            fields.Require("ExecutionType");
            if (fields.Context.IsExpress)
            {
                fields.Fault("Mode", "Express state machine does not support Distributed Map state");
            }
        }

        fields.Finish();
        return new ProcessorConfig(
            isDistributed ? ProcessorMode.Distributed : ProcessorMode.Inline,
            isExpress ? ProcessorExecutionType.Express : ProcessorExecutionType.Standard);
    }
}
