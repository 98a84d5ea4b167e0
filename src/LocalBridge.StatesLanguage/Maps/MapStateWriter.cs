using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Writes the fields that only a Map state has, in the present form: <c>ItemProcessor</c> and <c>ItemSelector</c> also where
/// <c>Iterator</c> and <c>Parameters</c> were read.</summary>
internal static class MapStateWriter
{
    internal static void Write(FieldWriter fields, MapState state, QueryLanguage machineLanguage)
    {
        bool isJsonata = state.QueryLanguage == QueryLanguage.Jsonata;
        fields.Path("ItemsPath", state.ItemsPath);
        fields.Template("Items", state.Items);
        fields.Value("ItemReader", DistributionWriter.Write(state.ItemReader, isJsonata));
        fields.Template("ItemSelector", state.ItemSelector);
        fields.Value("ItemBatcher", DistributionWriter.Write(state.ItemBatcher));
        fields.Number("MaxConcurrency", state.MaxConcurrency.Limit == 0 ? null : state.MaxConcurrency.Limit);
        fields.Path("MaxConcurrencyPath", state.MaxConcurrency.Path);
        fields.Text("MaxConcurrency", state.MaxConcurrency.Expression);
        fields.NumberField(state.ToleratedFailureCount);
        fields.NumberField(state.ToleratedFailurePercentage);
        fields.Text("Label", state.Label);
        fields.Value("ItemProcessor", WriteProcessor(state, machineLanguage));
        fields.Value("ResultWriter", DistributionWriter.Write(state.ResultWriter, isJsonata));
    }

    private static JsonValue WriteProcessor(MapState state, QueryLanguage machineLanguage)
    {
        JsonValue graph = StateGraphWriter.Write(state.Processor, machineLanguage);
        return state.IsDistributed ? graph.AsObject().SetItem("ProcessorConfig", DistributionWriter.Write(state.ProcessorConfig)) : graph;
    }
}
