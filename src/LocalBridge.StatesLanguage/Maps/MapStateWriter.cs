using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Writes the fields that only a Map state has, in the present form: <c>ItemProcessor</c> and <c>ItemSelector</c> also where
/// <c>Iterator</c> and <c>Parameters</c> were read.</summary>
internal static class MapStateWriter
{
    internal static void Write(FieldWriter fields, MapState state, QueryLanguage machineLanguage)
    {
        fields.Path("ItemsPath", state.ItemsPath);
        fields.Template("Items", state.Items);
        fields.Template("ItemSelector", state.ItemSelector);
        fields.Number("MaxConcurrency", state.MaxConcurrency.Limit == 0 ? null : state.MaxConcurrency.Limit);
        fields.Path("MaxConcurrencyPath", state.MaxConcurrency.Path);
        fields.Text("MaxConcurrency", state.MaxConcurrency.Expression);
        fields.Value("ItemProcessor", StateGraphWriter.Write(state.Processor, machineLanguage));
    }
}
